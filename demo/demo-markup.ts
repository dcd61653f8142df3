function span(style: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = style;
  element.textContent = text;
  return element;
}

/** The HTML that makes the feed, for reading and for copying: its text is exactly what to paste. */
export function markupParts(attributes: Readonly<Record<string, string>>): (Node | string)[] {
  const lines = Object.entries(attributes).flatMap(([name, value]) => [
    '\n  ',
    span('name', `${name}=`),
    span('value', `"${value}"`),
  ]);
  return [
    '<script\n  ',
    span('name', 'type='),
    span('value', '"module"'),
    '\n  ',
    span('name', 'src='),
    span('value', '"whats-new-feed.min.js"'),
    '\n></script>\n\n<feed-list',
    ...lines,
    '\n></feed-list>',
  ];
}
