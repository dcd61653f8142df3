// TypeScript and JavaScript of the docs against the types in dist/.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const toName = (text) => text.replace(/\W+/g, '-');
export const isTyped = (language) => /^[jt]sx?$/.test(language);

/** Each section has a folder, where its files find each other; those of examples/ are tested with their packages there. */
export function typeFaults(blocks) {
  const folder = path('reports/docs');
  rmSync(folder, { recursive: true, force: true });
  const checked = new Map();
  for (const { at, heading = '', file, example, language, code } of blocks) {
    if (!isTyped(language)) continue;
    const own = file?.endsWith(`.${language}`) ? file : `${toName(at)}.${language}`;
    const name = `${folder}/${toName(at.split(':')[0])}/${toName(heading)}/${own}`;
    mkdirSync(dirname(name), { recursive: true });
    writeFileSync(name, example ? code : `${code}\nexport {};\n`);
    if (!example) checked.set(name, at);
  }
  const program = ts.createProgram(
    [...checked.keys(), path('docs/code-blocks.d.ts'), path('dist/tags/react.d.ts')],
    {
      allowJs: true,
      checkJs: true,
      exactOptionalPropertyTypes: true,
      jsx: ts.JsxEmit.ReactJSX,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      noEmit: true,
      skipDefaultLibCheck: true,
      strict: true,
      target: ts.ScriptTarget.ES2022,
      types: ['node'],
    },
  );
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    const message = ts.flattenDiagnosticMessageText(messageText, ' ');
    return `${checked.get(file?.fileName) ?? file?.fileName}, line ${line} of the block: ${message}`;
  });
}
