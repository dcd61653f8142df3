// CSS of the docs, by what Chromium knows and by the tags that there are.
import { chromium } from 'playwright';
import { findBrowser } from './find-browser.mjs';

export async function styleFaults(blocks, elements) {
  const { executablePath, env } = await findBrowser();
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
    ...(env && { env: { ...process.env, ...env } }),
  });
  const page = await browser.newPage();
  const faults = [];
  for (const { at, code } of blocks.filter(({ language }) => language === 'css')) {
    const unknown = await page.evaluate(unknownTo, code);
    const tags = [...code.matchAll(/([a-z]+-[a-z]+)(?=::part|\s*\{)/g)].map(([, tag]) => tag);
    const strange = tags.filter((tag) => !elements.some(({ tagName }) => tagName === tag));
    faults.push(
      ...unknown.map((what) => `${at}: the browser does not know \`${what}\`.`),
      ...strange.map((tag) => `${at}: there is no <${tag}>.`),
    );
  }
  await browser.close();
  return faults;
}

/** Runs in the browser: selectors and declarations that it would drop, and text that is in no rule. */
function unknownTo(css) {
  const bare = css.replace(/\/\*.*?\*\//gs, '');
  const RULE = /([^{}]+)\{([^{}]*)\}/g;
  const rules = [...bare.matchAll(RULE)];
  const rest = bare.replace(RULE, '').trim();
  return [
    ...(rest ? [rest] : []),
    ...rules.flatMap(([, selector, body]) => [
      ...(CSS.supports(`selector(${selector.trim()})`) ? [] : [selector.trim()]),
      ...body
        .split(';')
        .map((declaration) => declaration.trim())
        .filter((declaration) => declaration && !CSS.supports(declaration)),
    ]),
  ];
}
