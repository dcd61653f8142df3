import { defineConfig } from 'vite';

// Your own server in place of the sandbox, `npm run sandbox` of the library's repository.
const backend = process.env.BACKEND ?? 'http://127.0.0.1:8000';
const proxy = { '/platform/api': backend, '/feed-token': backend };

export default defineConfig({ server: { proxy }, preview: { proxy } });
