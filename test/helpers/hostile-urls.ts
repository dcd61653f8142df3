/** Rows U01 to U60: what must become of an address that stands in somebody's post. */
export interface HostileUrl {
  readonly id: string;
  readonly input: string;
  /** What a link may lead to; absent: no link. */
  readonly link?: string;
  /** What the page may load; absent: nothing. */
  readonly media?: string;
  /** The host a reader is shown; by default the link's own. */
  readonly host?: string;
}

const none = (id: string, ...inputs: string[]): HostileUrl[] => inputs.map((input) => ({ id, input }));

/** A link, and loadable as https. */
const web = (id: string, input: string, link: string, host?: string): HostileUrl => ({
  id,
  input,
  link,
  media: link.replace(/^http:/, 'https:'),
  ...(host && { host }),
});

/** A reader may go there by himself, the page may not. */
const linkOnly = (id: string, input: string, link = input): HostileUrl => ({ id, input, link });

export const HOSTILE_URLS: readonly HostileUrl[] = [
  ...none('U01', 'javascript:alert(1)'),
  ...none('U02', 'JaVaScRiPt:alert(1)'),
  ...none('U03', ' javascript:alert(1)'),
  ...none('U04', '\tjavascript:alert(1)', '\njavascript:alert(1)', '\rjavascript:alert(1)'),
  ...none('U05', 'java\tscript:alert(1)'),
  ...none('U06', 'java\r\nscript:alert(1)'),
  ...none('U07', 'javascript\t:alert(1)'),
  ...none('U08', '\0javascript:alert(1)', '\x01javascript:alert(1)', '\x1fjavascript:alert(1)'),
  ...none('U09', 'java\0script:alert(1)'),
  ...none('U10', ...[...'\xa0\u2028\u200b\ufeff\u180e'].map((char) => `${char}javascript:alert(1)`)),
  ...none('U11', 'javascript&colon;alert(1)', '&#106;avascript:alert(1)'),
  ...none('U12', 'javascript%3Aalert(1)'),
  ...none('U13', 'javascript://example.com/%0aalert(1)'),
  ...none('U14', 'javascript://https://example.com/%0aalert(1)'),
  ...none('U15', 'javascript\uff1aalert(1)'),
  ...none('U16', 'vbscript:msgbox(1)', 'livescript:x'),
  ...none('U17', 'data:text/html,<script>alert(1)</script>'),
  ...none('U18', 'DATA:text/html;base64,PHNjcmlwdD4='),
  ...none('U19', 'data:image/svg+xml,<svg onload=alert(1)>'),
  ...none('U20', 'data:image/png;base64,AAAA'),
  ...none('U21', 'blob:https://host.test/uuid'),
  ...none('U22', 'filesystem:https://host.test/temporary/x'),
  ...none('U23', 'view-source:javascript:alert(1)', 'feed:javascript:alert(1)'),
  ...none('U24', 'file:///etc/passwd', 'chrome://settings', 'about:srcdoc'),
  ...none('U25', 'intent://scan/#Intent;scheme=zxing;end', 'ms-settings:'),
  ...none('U26', 'mailto:a@b.c?bcc=x@y.z&body=hi', 'tel:+1', 'sms:+1'),
  ...none('U27', '//evil.test/x'),
  ...none('U28', '\\\\evil.test\\x', '/\\evil.test', '\\/evil.test', '/\t/evil.test'),
  web('U29', 'https:evil.test', 'https://evil.test/'),
  web('U29', 'https:/evil.test', 'https://evil.test/'),
  web('U30', 'http:\\\\evil.test', 'http://evil.test/'),
  ...none('U31', 'https://host.test@evil.test/', 'https://:secret@evil.test/'),
  ...none('U32', 'https://host.test:443@evil.test', 'https://host.test%2f@evil.test/'),
  web('U33', 'https://evil.test\\.host.test', 'https://evil.test/.host.test', 'evil.test'),
  web('U34', 'https://evil.test#@host.test', 'https://evil.test/#@host.test', 'evil.test'),
  web('U34', 'https://evil.test?@host.test', 'https://evil.test/?@host.test', 'evil.test'),
  web('U35', 'https://host.test.evil.test', 'https://host.test.evil.test/', 'host.test.evil.test'),
  web('U35', 'https://evilhost.test', 'https://evilhost.test/', 'evilhost.test'),
  ...none('U36', 'https://evil.test%00.host.test'),
  ...none('U37', 'https://[', 'https://', 'https://%zz', 'https://a<b.test', 'https://a.test:99999/'),
  ...none('U38', 'https://a b.test/', 'https://a%20b.test/', 'https://a"b.test/', "https://a'b.test/"),
  web('U39', 'https://a.test/\ud800', 'https://a.test/%EF%BF%BD'),
  web('U40', 'https://\u0430pple.com', 'https://xn--pple-43d.com/', 'xn--pple-43d.com'),
  web(
    'U40',
    'https://\u0430\u0440\u0440\u04cf\u0435.com',
    'https://xn--80ak6aa92e.com/',
    'xn--80ak6aa92e.com',
  ),
  web('U40', 'https://paypa\u0131.com/', 'https://xn--paypa-r4a.com/', 'xn--paypa-r4a.com'),
  web('U40', 'https://\u0261oogle.com/', 'https://xn--oogle-qmc.com/', 'xn--oogle-qmc.com'),
  web('U41', 'https://\uff41pple.com', 'https://apple.com/', 'apple.com'),
  web('U42', 'https://ho\xadst.test/', 'https://host.test/', 'host.test'),
  web('U43', 'https://host\u3002test/', 'https://host.test/', 'host.test'),
  ...none('U44', 'https://host.test./', 'https://host.test../', 'host.test.', 'https://a..test/'),
  web('U45', 'https://почта.рф/', 'https://xn--80a1acny.xn--p1ai/', 'почта.рф'),
  web('U45', 'https://новости-24.рф/', 'https://xn---24-edd4a2ahb1ak.xn--p1ai/', 'новости-24.рф'),
  // Names that are not Cyrillic as a whole are safe in punycode, and not worth the bytes of telling them apart.
  web('U45', 'https://www.münchen.de/a', 'https://www.xn--mnchen-3ya.de/a', 'xn--mnchen-3ya.de'),
  web('U45', 'https://новости.com/', 'https://xn--b1amnebsh.com/', 'xn--b1amnebsh.com'),
  web('U45', 'https://日本語.jp/', 'https://xn--wgv71a119e.jp/', 'xn--wgv71a119e.jp'),
  web('U45', 'https://मराठी.भारत/', 'https://xn--d2b1ag0dl.xn--h2brj9c/', 'xn--d2b1ag0dl.xn--h2brj9c'),
  linkOnly('U47', 'https://0x7f.1/', 'https://127.0.0.1/'),
  linkOnly('U47', 'https://2130706433/', 'https://127.0.0.1/'),
  linkOnly('U47', 'https://127.1/', 'https://127.0.0.1/'),
  ...none('U48', 'https://[::1]/', 'https://[::ffff:127.0.0.1]/'),
  linkOnly('U49', 'http://169.254.169.254/latest/'),
  linkOnly('U49', 'http://10.0.0.1/a.png'),
  linkOnly('U49', 'http://localhost:3000/x'),
  linkOnly('U49', 'http://a.localhost/x'),
  linkOnly('U49', 'http://router/'),
  linkOnly('U49', 'http://printer.local/'),
  linkOnly('U49', 'http://vault.internal/'),
  linkOnly('U49', 'http://box.home.arpa/'),
  web('U50', 'http://img.test/a.png', 'http://img.test/a.png'),
  web(
    'U51',
    'https://a.test/x.jpg 2x, https://evil.test/y.jpg 3x',
    'https://a.test/x.jpg%202x,%20https://evil.test/y.jpg%203x',
    'a.test',
  ),
  ...none('U52', 'x"), url("https://evil.test/beacon'),
  web('U53', 'https://a.test/\u202egnp.exe', 'https://a.test/%E2%80%AEgnp.exe'),
  ...none('U54', `https://a.test/${'a'.repeat(3000)}`, `https://a.test/${'a'.repeat(2_000_000)}`),
  ...none('U54', `https://a.test/${'я'.repeat(1000)}`), // within the limit only until it is encoded
  ...none(
    'U55',
    '',
    '   ',
    '#',
    '?q',
    '..',
    '/logout',
    'null',
    'undefined',
    '[object Object]',
    'NaN',
    '3.14',
  ),
  web('U56', 'killerfeature.com', 'https://killerfeature.com/', 'killerfeature.com'),
  web('U57', 'killerfeature.com/path?x=1&y=2', 'https://killerfeature.com/path?x=1&y=2'),
  web('U57', 'killerfeature.com:8080/path', 'https://killerfeature.com:8080/path'),
  web('U57', 'killerfeature.com?at=a:b', 'https://killerfeature.com/?at=a:b'),
  ...none('U58', 'killerfeature.com:alert(1)', 'javascript.com:alert(1)//', 'javascript.com:80alert(1)'),
  ...none('U59', 'localhost:8080/x', 'user@evil.test', 'bank.test:80@evil.test'),
  web('U60', 'www.пример.рф', 'https://www.xn--e1afmkfd.xn--p1ai/', 'пример.рф'),
];
