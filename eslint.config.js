import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import noUnsanitized from 'eslint-plugin-no-unsanitized';
import * as regexp from 'eslint-plugin-regexp';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** Floors of the house, lowest first; a folder imports only from those below it. */
const FLOORS = ['model', 'http', 'sources', 'client', 'elements'];

const SINKS = [
  'lit/directives/unsafe-html.js',
  'lit/directives/unsafe-svg.js',
  'lit/directives/unsafe-mathml.js',
  'lit/static-html.js',
  // Its first render writes a style attribute, which a strict CSP blocks.
  'lit/directives/style-map.js',
];

const climbing = (floor) => ({
  group: FLOORS.slice(FLOORS.indexOf(floor) + 1).map((above) => `**/${above}/**`),
  message: 'An import never runs upwards: see the floors in docs/architecture.md.',
});

const floors = FLOORS.map((floor) => ({
  files: [`src/${floor}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: SINKS,
        patterns: [
          ...(floor === 'elements' ? [] : [climbing(floor), { group: ['lit', 'lit/**', '@lit/**'] }]),
          {
            group: ['define', 'embed', 'index', 'client', 'server'].map((entry) => `../**/${entry}.js`),
            message: 'An entry is for apps; import what it re-exports.',
          },
          { group: ['**/server/**', '**/demo/**'] },
        ],
      },
    ],
  },
}));

// Beside the house: they share types with it and nothing else, but for the client that the server gives its signer.
const beside = [
  ['server', 'sources/(?!getstream/)'],
  ['locales', 'sources/'],
].map(([room, sources]) => ({
  files: [`src/${room}/**/*.ts`],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: ['lit', 'lit/**', '@lit/**', '**/elements/**', '**/client/**'] },
          { regex: sources },
          { group: ['**/http/**', '**/model/**'], allowTypeImports: true },
        ],
      },
    ],
  },
}));

const SOURCES = ['mailru', 'getstream', 'piictu'];
const sideways = SOURCES.map((source) => ({
  files: [`src/sources/${source}/**/*.ts`],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: SOURCES.filter((other) => other !== source).map((other) => ({ group: [`**/${other}/**`] })),
      },
    ],
  },
}));

const EXAMPLES = 'examples/**/*.{js,mjs,ts,tsx}';
const SCRIPTS = ['scripts/**/*.mjs', 'test/**/*.{js,mjs}', 'bench/**/*.{js,mjs,jsx}'];
/** Around the house: checked by their types too, and allowed what fakes, raw JSON and matchers need. */
const AROUND = ['test/**/*.ts', 'demo/**/*.ts', '*.ts'];

/** What runs in a page, of scripts that send functions there. */
const PAGE_GLOBALS = ['document', 'window', 'customElements', 'CSS', 'CSSStyleSheet', 'DOMParser'];
PAGE_GLOBALS.push('getComputedStyle', 'requestAnimationFrame');
const GLOBALS = Object.fromEntries(
  [...Object.getOwnPropertyNames(globalThis), ...PAGE_GLOBALS].map((name) => [name, 'readonly']),
);

/** A test that cannot fail, or does not run, looks like one that passes. */
const TEST_TRAPS = [
  {
    selector:
      'CallExpression[callee.object.name=/^(it|describe)$/][callee.property.name=/^(only|skip|todo)$/]',
    message: 'Every test runs; where an engine lacks what it needs, it says so with `runIf`.',
  },
  {
    selector: "ExpressionStatement > CallExpression[callee.name='expect']",
    message: 'Without a matcher this checks nothing.',
  },
  {
    selector:
      "CallExpression:matches([callee.name='it'], [callee.callee.object.name='it']):not(:has(CallExpression[callee.name=/^(expect|until)/], " +
      'CallExpression[callee.object.name=/^(expect|fc)$/]))',
    message: 'A test expects something; name a function that does it for the test `expectSomething`.',
  },
];

export default tseslint.config(
  // Not type-checked: what developers run.
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: [EXAMPLES, ...SCRIPTS] })),
  { files: SCRIPTS, languageOptions: { globals: GLOBALS }, rules: { 'no-undef': 'error' } },
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({ ...config, files: AROUND })),
  {
    files: AROUND,
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A fake may be async only because what it stands for is.
      '@typescript-eslint/require-await': 'off',
      // A field of raw JSON is unknown, and mostly a string.
      '@typescript-eslint/no-base-to-string': 'off',
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // `expect.any()` and its like are any.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      // Whether a method is there is what many tests ask.
      '@typescript-eslint/unbound-method': 'off',
      // A source of one's own may reject with anything.
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      'no-restricted-syntax': ['error', ...TEST_TRAPS],
    },
  },
  {
    files: [...AROUND, ...SCRIPTS],
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ['demo/**/*.ts', 'scripts/**/*.mjs', 'examples/*/**/*.{js,ts,tsx}'],
    ...noUnsanitized.configs.recommended,
  },
  { ignores: ['**/dist/**', 'demo-dist/**', 'reports/**', 'demo/public/**', 'src/tags/*.d.ts'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['src/**/*.ts'] })),
  {
    files: ['src/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration, TSModuleDeclaration[kind="namespace"]', message: 'Types only.' },
        { selector: 'TSParameterProperty', message: 'Write the field out.' },
        {
          selector: "CallExpression[callee.property.name='createElement'][arguments.0.value='script']",
          message: 'No script is ever loaded as data: no JSONP.',
        },
      ],
    },
  },
  { files: ['src/**/*.ts'], ...lit['flat/recommended'] },
  { files: ['src/**/*.ts'], ...wc['flat/best-practice'] },
  { files: ['src/**/*.ts'], ...noUnsanitized.configs.recommended },
  { files: ['src/**/*.ts'], ...regexp.configs['flat/recommended'] },
  ...floors,
  ...beside,
  ...sideways,
);
