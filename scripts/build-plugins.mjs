// What the build changes in the modules that it puts together: its plugins for vite.
import { fileURLToPath } from 'node:url';
import { minifyHTMLLiterals } from 'minify-literals';
import { minify } from 'terser';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** White space in templates and styles is bytes to a reader and nothing else. */
export const minifyTemplates = {
  name: 'minify-templates',
  enforce: 'pre',
  transform: {
    filter: { id: /src\/elements\/.*\.ts$/ },
    async handler(code, id) {
      const minified = await minifyHTMLLiterals(code, { fileName: id });
      return minified && { code: minified.code, map: minified.map };
    },
  },
};

// Lit makes its Trusted Types policy unguarded while it loads. Under a CSP that lists other names, or beside another
// copy of Lit, that throws and nothing is defined. Inside our file it uses our own policy instead.
const LIT_POLICY = /\w+\.createPolicy\("lit-html",\{createHTML:\w+=>\w+\}\)/;
export const ownPolicy = {
  name: 'own-policy',
  enforce: 'pre',
  transform: {
    filter: { id: /lit-html\/lit-html\.js$/ },
    handler(code) {
      if (!LIT_POLICY.test(code)) throw new Error('lit-html.js no longer makes its policy as expected.');
      const patched = code.replace(LIT_POLICY, 'sharedPolicy()');
      const from = JSON.stringify(path('src/model/trusted-types.ts'));
      return { code: `import { sharedPolicy } from ${from};\n${patched}`, map: null };
    },
  },
};

// Lit looks for polyfills of browsers that this file does not run in, and tells every other Lit of a page its version.
const LIT_HOOKS = /\w+\.\w+(?:Polyfill|Hydrate)Support|\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/g;
export const withoutLitHooks = {
  name: 'without-lit-hooks',
  enforce: 'pre',
  transform: {
    filter: {
      id: /\/(?:lit-html\/lit-html|reactive-element\/reactive-element|lit-element\/lit-element)\.js$/,
    },
    handler(code, id) {
      const patched = code.replace(LIT_HOOKS, 'undefined');
      if (patched === code) throw new Error(`${id} no longer has its hooks as expected.`);
      return { code: patched, map: null };
    },
  },
};

// Two parts of cockatiel that nothing here uses stay only because its compiler did not mark them as free of effects.
export const pruneCockatiel = {
  name: 'prune-cockatiel',
  enforce: 'pre',
  transform: {
    filter: { id: /cockatiel\/dist\/esm\/(?:common\/Event|Policy)\.js$/ },
    handler: (code) => ({
      code: code
        .replace(/^\(function \(/m, '/* @__PURE__ */ (function (')
        .replace(/= new (?=NoopPolicy|Policy\(\{ errorFilter: always)/g, '= /* @__PURE__ */ new '),
      map: null,
    }),
  },
};

// The script-tag files are one file each: what few pages need is got from beside them. A classic script knows its
// address only while it starts.
export const REALTIME = 'whats-new-feed.realtime.min.js';
export const realtimeBeside = {
  name: 'realtime-beside',
  enforce: 'pre',
  transform: {
    filter: { id: /getstream-realtime\.ts$/ },
    handler(code) {
      const [own] = /import\('[^']*listen-for-changes\.js'\)/.exec(code) ?? [];
      if (!own) throw new Error('getstream-realtime.ts no longer loads as expected.');
      const beside = `import(/* @vite-ignore */ new URL('${REALTIME}', here).href)`;
      return { code: `const here = import.meta.url;\n${code.replace(own, beside)}`, map: null };
    },
  },
};

// The modules for npm load the same file.
export const realtimeFile = {
  name: 'realtime-file',
  enforce: 'pre',
  resolveId: (source) =>
    source.endsWith('/listen-for-changes.js')
      ? { id: path(`dist/${REALTIME}`), external: 'relative' }
      : undefined,
};

// A second include of the classic file keeps the first one's global, whose registry the elements read.
export const once = {
  name: 'once',
  renderChunk(code) {
    if (!code.includes('var WhatsNewFeed = (function'))
      throw new Error('The classic file no longer starts as expected.');
    return {
      code: code.replace('var WhatsNewFeed = (', 'var WhatsNewFeed = globalThis.WhatsNewFeed || ('),
      map: null,
    };
  },
};

/** Settings for terser, which writes into them: so anew each time. Faye calls functions with `new`, which arrows refuse. */
export const smallest = (isFaye = false) => ({
  ecma: 2022,
  compress: { passes: 3, pure_getters: true, unsafe_arrows: !isFaye },
});

// Vite leaves modules of a library to the app's own minifier, but this package is to be small.
export const smallModules = {
  name: 'small-modules',
  renderChunk: (code) => minify(code, { ...smallest(), module: true, sourceMap: true }),
};
