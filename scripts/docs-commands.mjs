// Whether the commands of the docs are there: npm's by package.json, others by the files and packages that they name.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const packages = ['', ...readdirSync(path('examples')).map((name) => `examples/${name}/`)]
  .map((folder) => path(`${folder}package.json`))
  .filter(existsSync)
  .map((file) => JSON.parse(readFileSync(file, 'utf8')));
const [{ name: own, scripts }] = packages;
const known = new Set([
  own,
  ...packages.flatMap((one) =>
    Object.keys({ ...one.dependencies, ...one.devDependencies, ...one.peerDependencies }),
  ),
]);

/** Scripts that npm has names of its own for. */
const SHORT = ['start', 'test'];
const NPM = /^(?:ci|pack|init --yes|pkg set type=module|sbom --omit=dev)$/;

/** What is wrong with the command lines of a block; `files` are those that its page gives. */
export function commandFaults(code, files = []) {
  return code
    .split(/\n|&&/)
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'))
    .flatMap((line) => {
      const [program, ...words] = line.replace(/^(?:[A-Z]+=\S+ )+/, '').split(/\s+/);
      const fault = programFault(program, words, files);
      return fault ? [`\`${line}\`: ${fault}`] : [];
    });
}

function programFault(program, words, files) {
  const isThere = (name) => existsSync(path(name)) || files.includes(name);
  if (program === 'npm') return npmFault(words);
  if (program === 'npx') return known.has(packageOf(words[0])) ? '' : `no package has ${words[0]}.`;
  if (program === 'node') {
    const named = words.map((word) => word.replace(/^--env-file=/, ''));
    const strange = named.find((word) => word.startsWith('--') && word !== '--test');
    if (strange) return `nothing checks ${strange}.`;
    return absent(
      named.filter((word) => !word.startsWith('--')),
      isThere,
    );
  }
  if (program === 'cp') return absent(words.slice(0, -1).map(inPackage), isThere);
  return `nothing checks ${program}.`;
}

const absent = (names, isThere) => {
  const missing = names.find((name) => !isThere(name));
  return missing ? `there is no ${missing}.` : '';
};
/** Where the file of the installed package is here. */
const inPackage = (name) => name.replace(`node_modules/${own}/`, '');
/** `tsc` is of TypeScript. */
const packageOf = (name) => ({ tsc: 'typescript' })[name] ?? name;

function npmFault(words) {
  const [verb, ...rest] = words;
  if (NPM.test(words.join(' '))) return '';
  if (verb === 'install') {
    const strange = rest.find((name) => name !== '--save-dev' && !known.has(name));
    return strange ? `no package.json names ${strange}.` : '';
  }
  const [name, ...given] = verb === 'run' ? rest : SHORT.includes(verb) ? [verb, ...rest] : [];
  const script = scripts[name];
  if (!script) return 'package.json has no such script.';
  const file = /node (\S+\.mjs)/.exec(script)?.[1];
  const text = file ? readFileSync(path(file), 'utf8') : '';
  const strange = given
    .filter((word) => word !== '--' && !/^\d+$/.test(word))
    .find((word) =>
      word.startsWith('--')
        ? !new RegExp(`'?(?:--)?\\b${word.slice(2)}'?:|'${word}'`).test(text)
        : !new RegExp(`\\b${word}\\b`).test(text) &&
          ![`examples/${word}`, `test/engines/${word}.ts`].some((name) => existsSync(path(name))),
    );
  return strange ? `${file ?? script} does not know ${strange}.` : '';
}
