/** A simple token is a word of 27 characters, a JWT three words with dots between. */
const TOKEN = /(?<![\w-])(?:[\w-]{27}(?![\w-])|eyJ[\w-]*\.[\w-]+\.[\w-]*)/g;

/** A text without the tokens in it: neither the one that is known nor any other. */
export function hideTokens(text: string, known?: string): string {
  return (known ? text.replaceAll(known, '…') : text).replace(TOKEN, '…');
}
