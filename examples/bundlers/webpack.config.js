import { fileURLToPath } from 'node:url';

export default {
  mode: 'production',
  entry: { feed: './feed.js', core: './core.js' },
  output: { path: fileURLToPath(new URL('dist/webpack', import.meta.url)) },
};
