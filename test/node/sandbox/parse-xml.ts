export interface XmlElement {
  readonly name: string;
  readonly children: XmlElement[];
  text: string;
}

const TAG = /^<(\/?)([a-z][\w.-]*)>/i;
const TEXT = /^(?:[^<>&]|&(?:amp|lt|gt);)+/;

/** XML as the sandbox writes it, without attributes. Undefined for what is not well-formed. */
export function parseXml(xml: string): XmlElement | undefined {
  const top: XmlElement = { name: '', children: [], text: '' };
  const open = [top];
  let rest = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  while (rest) {
    const [token, slash, name] = TAG.exec(rest) ?? TEXT.exec(rest) ?? [];
    const parent = open.at(-1);
    if (token === undefined || !parent) return undefined;
    if (name === undefined) parent.text += token;
    else if (slash && open.pop()?.name !== name) return undefined;
    else if (!slash) {
      const element = { name, children: [], text: '' };
      parent.children.push(element);
      open.push(element);
    }
    rest = rest.slice(token.length);
  }
  return open.length === 1 && top.children.length === 1 && !top.text ? top.children[0] : undefined;
}
