// Your own server in place of the sandbox, `npm run sandbox` of the library's repository.
const target = process.env.BACKEND ?? 'http://127.0.0.1:8000';

export default { '/platform/api': { target }, '/feed-token': { target } };
