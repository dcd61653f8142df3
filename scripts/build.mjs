// Writes dist/: the modules for npm, their types, what editors want to know of the tags, the two script-tag files with
// everything inside, and for these Russian and what hears realtime. With `--js` without the types.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import {
  minifyTemplates,
  once,
  ownPolicy,
  pruneCockatiel,
  REALTIME,
  realtimeBeside,
  realtimeFile,
  smallest,
  smallModules,
  withoutLitHooks,
} from './build-plugins.mjs';
import { vscodeData, webTypes } from './editor-data.mjs';
import { FAYE_NOTICE, fayeForPages } from './faye-for-pages.mjs';
import { makeManifest } from './manifest.mjs';
import { licenses, NOTICE } from './notices.mjs';
import { pruneTypes } from './prune-types.mjs';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const packageJson = JSON.parse(readFileSync(path('package.json'), 'utf8'));
const { version, dependencies, peerDependencies } = packageJson;

/** Own fields of cockatiel and faye, with names that nothing else has. */
const OWN_FIELDS =
  /^(?:_[a-z]\w*|half[oO]pen\w+|inner(?:LastFailure|State)|\w+Emitter|(?:error|result)Filter|executor|listeners|maxAttempts|breaker|(?:lastO|o)penedAt|is\w+CircuitError|isTaskCancelledError|addListenerInner|dangerouslyUnref|or(?:When|Type|WhenResult|ResultType)|attemptNo|backoff|breakerState|onSuccess|onFailure|ownState|initialState|isolate|[hH]alfOpen|Isolated|on(?:GiveUp|Break|HalfOpen|StateChange))$/;

/** Long names that only elements and the client know among themselves: no type that an app can reach has them. */
const OWN_NAMES =
  'handleWish handleConnection handleFeedStart handleFeedChange handleScroll handleLost configError feedElement ' +
  'unseenCards readingPlace cardAt placed memories arrange isAway isLive isWhole remember giveUp comeBack takeBack ' +
  'hurry centerOn exhausted gather speaks sections isRefreshing startsAbove unknownTo checkpoint ' +
  'startsEarlier entryAt awayFrom setGap renew makeEntry addBetween addNewer isReloading records repeatable receive ' +
  'decrease possible surplus intent numberOf isOpened shown waiting drawn handleError written ' +
  'listParts formatDate counted term book cards intents notice waits isNew isIn forget waitMs';
const INNER = new RegExp(`${OWN_FIELDS.source}|^(?:${OWN_NAMES.replaceAll(' ', '|')})$`);

const common = {
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  define: { VERSION: JSON.stringify(version) },
};

/** One minified file from one entry. */
const script = (entry, format, fileName, postBanner) =>
  build({
    ...common,
    define: {
      ...common.define,
      ...(format === 'iife' && { 'import.meta.url': 'document.currentScript?.src' }),
    },
    plugins: [
      minifyTemplates,
      ownPolicy,
      withoutLitHooks,
      pruneCockatiel,
      realtimeBeside,
      fayeForPages,
      format === 'iife' && once,
    ],
    build: {
      target: 'es2022',
      sourcemap: true,
      emptyOutDir: false,
      outDir: path('dist'),
      modulePreload: false,
      // A few per cent smaller than the built-in minifier.
      minify: 'terser',
      terserOptions: {
        ...smallest(fileName === REALTIME),
        module: format === 'es',
        mangle: { properties: { regex: INNER, keep_quoted: true } },
      },
      // Not Vite's library mode, which leaves white space in a module.
      rolldownOptions: {
        input: path(entry),
        checks: { pluginTimings: false },
        preserveEntrySignatures: 'strict',
        output: {
          format,
          name: 'WhatsNewFeed',
          entryFileNames: fileName,
          minify: true,
          codeSplitting: false,
          postBanner,
        },
      },
    },
  });

const modules = () =>
  build({
    ...common,
    plugins: [minifyTemplates, realtimeFile, smallModules],
    build: {
      target: 'es2022',
      sourcemap: true,
      minify: false,
      emptyOutDir: true,
      outDir: path('dist'),
      lib: {
        entry: {
          index: path('src/index.ts'),
          define: path('src/define.ts'),
          client: path('src/client.ts'),
          server: path('src/server.ts'),
          react: path('src/react.ts'),
          'sources/mailru': path('src/sources/mailru.ts'),
          'sources/getstream': path('src/sources/getstream.ts'),
          'sources/piictu': path('src/sources/piictu.ts'),
          'locales/en': path('src/locales/en.ts'),
          'locales/ru': path('src/locales/ru.ts'),
        },
        formats: ['es'],
      },
      rolldownOptions: {
        checks: { pluginTimings: false },
        external: (id) =>
          Object.keys({ ...dependencies, ...peerDependencies }).some(
            (name) => id === name || id.startsWith(`${name}/`),
          ),
        // The types keep the words for those who use it, and the source maps everything.
        output: {
          chunkFileNames: 'chunks/[name].js',
          comments: { jsdoc: false },
          minify: { compress: true, mangle: true, codegen: { removeWhitespace: true } },
        },
      },
    },
  });

await modules();
if (!process.argv.includes('--js')) {
  execFileSync(
    process.execPath,
    [path('node_modules/typescript/bin/tsc'), '-p', path('tsconfig.build.json')],
    {
      stdio: 'inherit',
    },
  );
  // Types that need a framework's own, which is not installed here.
  cpSync(path('src/tags'), path('dist/tags'), { recursive: true });
  pruneTypes(new URL('../dist/', import.meta.url), packageJson.exports);
  const types = readdirSync(path('dist'), { recursive: true })
    .filter((name) => name.endsWith('.d.ts'))
    .map((name) => readFileSync(path(`dist/${name}`), 'utf8'))
    .join('')
    .replace(/\/\*[^]*?\*\//g, '');
  const known = OWN_NAMES.split(' ').filter((name) => new RegExp(`\\b${name}\\b`).test(types));
  if (known.length > 0) throw new Error(`Apps know these names, which are not to be shortened: ${known}.`);
}
const manifest = await makeManifest();
const write = (name, data) => writeFileSync(path(`dist/${name}`), JSON.stringify(data));
write('custom-elements.json', manifest);
write('vscode.html-custom-data.json', vscodeData(manifest));
write('web-types.json', webTypes(manifest, packageJson));

await script('src/embed.ts', 'es', 'whats-new-feed.min.js', NOTICE);
await script('src/embed.ts', 'iife', 'whats-new-feed.classic.min.js', NOTICE);
writeFileSync(path('dist/licenses.txt'), licenses());
// A module also for the classic file, which gets it by `import()`.
await script('src/locales/ru-texts.ts', 'es', 'whats-new-feed.ru.min.js');
await script('src/sources/getstream/listen-for-changes.ts', 'es', REALTIME, FAYE_NOTICE);

// What a page may insist on, by `<script integrity>`.
const hash = (name) =>
  createHash('sha384')
    .update(readFileSync(path(`dist/${name}`)))
    .digest('base64');
const scripts = readdirSync(path('dist')).filter((name) => name.endsWith('.min.js'));
const integrity = Object.fromEntries(scripts.map((name) => [name, `sha384-${hash(name)}`]));
writeFileSync(path('dist/integrity.json'), `${JSON.stringify(integrity, null, 2)}\n`);

// The demo serves what was built, and MSW's worker as its package has it.
for (const name of ['whats-new-feed.min.js', 'whats-new-feed.ru.min.js'])
  cpSync(path(`dist/${name}`), path(`demo/public/${name}`));
cpSync(path('node_modules/msw/lib/mockServiceWorker.js'), path('demo/public/mockServiceWorker.js'));
