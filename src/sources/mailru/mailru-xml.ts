import { FormatError, TooLargeError } from '../../http/errors.js';
import { trustedXml } from '../../model/trusted-types.js';

/** Below this an element counts as text. */
const MAX_DEPTH = 32;
/** 200 events, twice as full as busy ones are. */
const MAX_ELEMENTS = 60_000;

/**
 * `format=xml` as the value that `format=json` would have: text is a string, repeated elements are an array.
 * Names count without prefix and namespace; attributes are not read. For browsers, which have a `DOMParser`.
 * (`seeds/004_516314a2b7ecbd20.txt`, «Пример ответа в формате XML».)
 */
export function parseMailruXml(text: string): unknown {
  // Before the parser sees it: entities of 100 KB can keep it busy for 20 seconds.
  if (hasDoctype(text)) throw new FormatError('The answer has a DOCTYPE: check endpoint.');
  const doc = new DOMParser().parseFromString(trustedXml(text), 'text/xml');
  if (doc.getElementsByTagName('*').length > MAX_ELEMENTS) {
    throw new TooLargeError('The answer has too many XML elements: set a lower limit.');
  }
  // An element of the feed may have the name in which browsers report an error, but not its namespace.
  const failure = Array.from(doc.getElementsByTagNameNS('*', 'parsererror')).find(({ namespaceURI }) =>
    /xhtml|mozilla/.test(String(namespaceURI)),
  );
  if (failure) {
    // The rest of the browser's message may hold parts of the answer.
    const [, line, column] = /line\D+(\d+)\D+(\d+)/i.exec(failure.textContent) ?? [];
    throw new FormatError(`The answer is broken XML: line ${line}, column ${column}.`);
  }
  const root = doc.documentElement;
  return root.localName.startsWith('response_')
    ? Array.from(root.children, (child) => readElement(child, 1))
    : { [root.localName]: readElement(root, 1) };
}

function readElement(element: Element, depth: number): unknown {
  if (!element.firstElementChild || depth === MAX_DEPTH) return element.textContent;
  // Without a prototype, so that __proto__ is a key like any other.
  const fields: Record<string, unknown> = { __proto__: null };
  // By siblings: the lists of the DOM cost more than all the rest.
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node instanceof Element) {
      const name = node.localName;
      const value = readElement(node, depth + 1);
      const before = fields[name];
      if (before === undefined) fields[name] = value;
      else if (Array.isArray(before)) before.push(value);
      else fields[name] = [before, value];
    } else if (node instanceof Text && /\S/.test(node.data)) return element.textContent; // words beside elements
  }
  return fields;
}

/** Whether anything but comments and processing instructions stands before the root's start tag. */
function hasDoctype(text: string): boolean {
  for (const [token] of text.matchAll(/<!--.*?-->|<\?.*?\?>|<!?/gs)) {
    if (token.length < 3) return token === '<!';
  }
  return false;
}
