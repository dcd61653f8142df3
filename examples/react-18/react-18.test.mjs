import { testRouterApp } from '../router-app.mjs';

await testRouterApp('react-18');
