// What Node lacks of a browser to read XML, with words in which a browser says where it is broken.
import { JSDOM } from 'jsdom';

const { DOMParser, Element, Text, Node, document, requestAnimationFrame } = new JSDOM('', {
  pretendToBeVisual: true,
}).window;
const XML_ERROR = 'http://www.mozilla.org/newlayout/xml/parsererror.xml';

const parse = DOMParser.prototype.parseFromString;
DOMParser.prototype.parseFromString = function (text, type) {
  const doc = parse.call(this, text, type);
  const error = doc.getElementsByTagNameNS(XML_ERROR, 'parsererror')[0];
  if (error)
    error.textContent = (error.textContent ?? '').replace(/(\d+):(\d+)/, 'Line Number $1, Column $2');
  return doc;
};

Object.assign(globalThis, { DOMParser, Element, Text, Node, document, requestAnimationFrame });
