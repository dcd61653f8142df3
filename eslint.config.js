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

export default tseslint.config(
  // Not type-checked: what visitors of the demo and developers run.
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: ['demo/**/*.ts', EXAMPLES] })),
  {
    files: ['demo/**/*.ts'],
    rules: { '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_' }] },
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
