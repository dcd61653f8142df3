import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** The secret key signs on a server (`secure=1`); the private key signs for one user in their app. */
export type MailruKey =
  { readonly secretKey: string } | { readonly privateKey: string; readonly uid: string };

/**
 * The `sig` of a mail.ru REST call: MD5 in lower-case hex over all parameters, sorted by name, as raw
 * UTF-8 before URL encoding. An existing `sig` is ignored. For the secret key, `params` must contain
 * `secure: '1'`. Source: the vendor's REST guide that `seeds/004_516314a2b7ecbd20.txt` links to.
 */
export function signMailru(params: Readonly<Record<string, string>>, key: MailruKey): string {
  const base = Object.entries(params)
    .filter(([name]) => name !== 'sig')
    // By name, not by "name=value": `uid2` comes after `uid`, yet '2' < '='.
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('');
  const text = 'secretKey' in key ? base + key.secretKey : key.uid + base + key.privateKey;
  return bytesToHex(md5(utf8ToBytes(text)));
}
