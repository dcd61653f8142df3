/** Throws where a page runs: its visitors would read the secret. */
export function refuseBrowser(what: string): void {
  if ('window' in globalThis || 'document' in globalThis) {
    throw new Error(
      `${what} is for servers: a secret in a page is everybody's. Use StreamClient of sources/getstream.js, with tokens.`,
    );
  }
}
