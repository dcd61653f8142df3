import { afterEach, describe, expect, it } from 'vitest';

const moduleUrl = new URL('../../../src/model/trusted-types.ts', import.meta.url).href;

afterEach(() => {
  document.querySelector('iframe')?.remove();
});

/** Parses XML in a page of its own that enforces Trusted Types with this list of names. */
function parseUnder(names: string, argument: string): Promise<unknown> {
  const frame = document.createElement('iframe');
  frame.srcdoc = `
    <meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types ${names}">
    <script type="module">
      import { trustedXml } from '${moduleUrl}';
      try {
        const xml = new DOMParser().parseFromString(${argument}, 'text/xml');
        parent.postMessage(xml.documentElement.textContent, '*');
      } catch (error) {
        parent.postMessage(error.name, '*');
      }
    </script>`;
  const answer = new Promise<unknown>((resolve) => {
    const listen = (event: MessageEvent) => {
      if (event.source !== frame.contentWindow) return;
      removeEventListener('message', listen);
      resolve(event.data);
    };
    addEventListener('message', listen);
  });
  document.body.append(frame);
  return answer;
}

describe('XML under enforced Trusted Types', () => {
  it('is parsed where the page lists whats-new-feed', async () => {
    expect(await parseUnder('whats-new-feed', "trustedXml('<a>b</a>')")).toBe('b');
  });

  it('is refused without the policy, as the control shows', async () => {
    expect(await parseUnder('whats-new-feed', "'<a>b</a>'")).toBe('TypeError');
  });

  it('is refused by the page, not by a crash of this script, where the name is not listed', async () => {
    expect(await parseUnder('lit-html', "trustedXml('<a>b</a>')")).toBe('TypeError');
  });
});
