// One minified file for each candidate, as an app would ship it, and how many bytes that is.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { CANDIDATES } from './candidates.mjs';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Where the bundles are written. */
export const bundles = new URL('../reports/bench/bundles/', import.meta.url);

/** The library without its sources, with Lit inside. */
const ELEMENTS = `import { AttachmentView, EventCard, FeedList } from '${path('../dist/index.js')}';
customElements.define('attachment-view', AttachmentView);
customElements.define('event-card', EventCard);
customElements.define('feed-list', FeedList);`;

/** react-activity-feed works with React 16 and 17 only. */
const REACT_17 = [{ find: /^react(-dom)?(?=\/|$)/, replacement: 'react$1-17' }];

const virtual = (code) => ({
  name: 'virtual',
  resolveId: (id) => (id === 'virtual' ? id : undefined),
  load: (id) => (id === 'virtual' ? code : undefined),
});

async function bundle(name, input, { code, alias = [] } = {}) {
  await build({
    root: path('.'),
    base: './',
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    mode: 'production',
    define: {
      global: 'globalThis',
      'process.env.STREAM_LOCAL_TEST_RUN': 'undefined',
      'process.env.STREAM_LOCAL_TEST_HOST': 'undefined',
    },
    resolve: { alias },
    plugins: [code && virtual(code)],
    build: {
      target: 'es2022',
      outDir: fileURLToPath(bundles),
      emptyOutDir: false,
      modulePreload: false,
      cssCodeSplit: true,
      rolldownOptions: {
        input,
        checks: { pluginTimings: false },
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: `${name}.js`, assetFileNames: `${name}[extname]`, codeSplitting: false },
      },
    },
  });
}

function bytes(url) {
  const content = readFileSync(url);
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  return {
    min: content.length,
    gzip: gzipSync(content, { level: 9 }).length,
    brotli: brotliCompressSync(content, brotli).length,
  };
}

export const hasStyles = (name) => existsSync(new URL(`${name}.css`, bundles));

/** Bundles everything and gives the bytes by name, `NAME.css` for a style sheet. */
export async function bundleAll() {
  rmSync(bundles, { recursive: true, force: true });
  const sizes = {};
  for (const { name } of CANDIDATES) {
    const file = ['js', 'jsx']
      .map((end) => path(`candidates/${name}.${end}`))
      .find((found) => existsSync(found));
    await bundle(name, file, { alias: name === 'react-activity-feed' ? REACT_17 : [] });
    sizes[name] = bytes(new URL(`${name}.js`, bundles));
    if (hasStyles(name)) sizes[`${name}.css`] = bytes(new URL(`${name}.css`, bundles));
  }
  await bundle('parse', path('page/parse.js'));
  await bundle('elements', 'virtual', { code: ELEMENTS });
  sizes.elements = bytes(new URL('elements.js', bundles));
  sizes['script-tag'] = bytes(new URL('../dist/whats-new-feed.min.js', import.meta.url));
  return sizes;
}
