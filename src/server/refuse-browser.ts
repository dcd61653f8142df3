/** Throws where a page runs: its visitors would read the secret. */
export function refuseBrowser(what: string): void {
  // Deno has a window too, and workers of a page have neither.
  if ('document' in globalThis || 'importScripts' in globalThis) {
    throw new Error(
      `${what} is for servers: a secret in a page is everybody's. Use StreamClient of sources/getstream.js, with tokens.`,
    );
  }
}
