import type { WireRecord, WireValue } from './wire.js';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

// These have no place in XML, escaped or not.
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * mail.ru's XML: the list's items are `name` elements, lists inside them are flattened to one element per
 * item, so that an empty list leaves no trace; every value is text.
 */
export function writeMailruXml(root: string, name: string, items: readonly WireRecord[]): string {
  return document(root, items.map((item) => element(name, item)).join(''));
}

export function writeMailruError(code: number, message: string): string {
  return document('error', element('error_code', code) + element('error_msg', message));
}

const document = (root: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root}>${content}</${root}>`;

function element(name: string, value: WireValue): string {
  if (isList(value)) return value.map((item) => element(name, item)).join('');
  return `<${name}>${typeof value === 'object' ? fields(value) : escape(String(value))}</${name}>`;
}

function fields(record: WireRecord): string {
  return Object.entries(record)
    .map(([name, value]) => (value === undefined ? '' : element(name, value)))
    .join('');
}

const isList = (value: WireValue): value is readonly WireRecord[] => Array.isArray(value);

const escape = (text: string) => text.replace(NO_XML, '').replace(/[&<>]/g, (char) => ESCAPES[char] ?? char);
