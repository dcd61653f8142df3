import { testRouterApp } from '../router-app.mjs';

await testRouterApp('preact');
