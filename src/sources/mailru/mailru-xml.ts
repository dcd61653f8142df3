import { FormatError, TooLargeError } from '../../http/errors.js';
import { trustedXml } from '../../model/trusted-types.js';

const MAX_DEPTH = 32;
// 200 events, twice as full as busy ones are.
const MAX_ELEMENTS = 60_000;

// Where a browser reports a syntax error: Chromium and WebKit inside the document, Firefox as its root.
// An element of the feed may have the same name, but not one of these namespaces.
const ERROR_NAMESPACES = [
  'http://www.w3.org/1999/xhtml',
  'http://www.mozilla.org/newlayout/xml/parsererror.xml',
];

/**
 * `format=xml` as the value that `format=json` would have: text is a string, an empty element `''`, repeated
 * elements are an array. Names count without prefix and namespace; attributes are not read.
 * (`seeds/004_516314a2b7ecbd20.txt`, «Пример ответа в формате XML».)
 */
export function parseMailruXml(text: string): unknown {
  if (typeof DOMParser === 'undefined') {
    throw new FormatError('XML is read only in browsers: set format to json.', { advice: 'setup' });
  }
  // Before the parser sees it: entities of 100 KB can keep it busy for 20 seconds.
  if (hasDoctype(text)) throw new FormatError('The answer is XML with a DOCTYPE, which a feed never has.');
  const doc = new DOMParser().parseFromString(trustedXml(text), 'text/xml');
  const failure = ERROR_NAMESPACES.flatMap((name) => [...doc.getElementsByTagNameNS(name, 'parsererror')])[0];
  if (failure) throw new FormatError(`The answer is not well-formed XML${place(failure)}.`);
  if (doc.getElementsByTagName('*').length > MAX_ELEMENTS) {
    throw new TooLargeError('The answer has too many XML elements: set a lower limit.');
  }
  const root = doc.documentElement;
  if (root.localName === 'error') return { error: readElement(root, 1) };
  if (!root.localName.startsWith('response_')) throw new FormatError('The answer is XML, but not a feed.');
  return [...root.children].map((child) => readElement(child, 2));
}

function readElement(element: Element, depth: number): unknown {
  if (depth > MAX_DEPTH) throw new TooLargeError('The answer is XML nested too deep.');
  if (!element.firstElementChild || hasOwnText(element)) {
    const text = element.textContent;
    // An empty element may have been indented.
    return /\S/.test(text) ? text : '';
  }
  const fields = new Map<string, unknown[]>();
  for (const child of element.children) {
    const values = fields.get(child.localName) ?? [];
    values.push(readElement(child, depth + 1));
    fields.set(child.localName, values);
  }
  // fromEntries defines its keys, so that one named __proto__ is a key like any other.
  return Object.fromEntries(
    [...fields].map(([name, values]) => [name, values.length > 1 ? values : values[0]]),
  );
}

function hasOwnText(element: Element): boolean {
  return [...element.childNodes].some((node) => node instanceof Text && /\S/.test(node.data));
}

/** Whether anything but comments and processing instructions stands before the root's start tag. */
function hasDoctype(text: string): boolean {
  let at = 0;
  for (;;) {
    at = text.indexOf('<', at);
    if (at < 0) return false;
    let end = -1;
    if (text.startsWith('<!--', at)) end = text.indexOf('-->', at + 4);
    else if (text.startsWith('<?', at)) end = text.indexOf('?>', at + 2);
    if (end < 0) return text.startsWith('<!', at);
    at = end;
  }
}

/** ` (line 3, column 14)`: the rest of the browser's message may hold parts of the answer. */
function place(failure: Element): string {
  const found = /\bline (?:number )?(\d+)\D+(\d+)/i.exec(failure.textContent);
  return found ? ` (line ${found[1]}, column ${found[2]})` : '';
}
