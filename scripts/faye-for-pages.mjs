// The npm package faye, as pages can have it. Its client makes its first request by a script from the server where that
// is on another origin (JSONP: S11 in docs/security.md; faye#466), needs a `global` that browsers lack (faye#493), and
// listens for the end of the page without ever ceasing to.

/** As its licence asks for. */
export const FAYE_NOTICE =
  '/*! faye by James Coglan and others, Apache-2.0, https://faye.jcoglan.com; changed for pages. */';

/** Behind the messages that came: null is none, and would throw. */
const NO_MESSAGE = /(?<=replies = \[\]\.concat\(replies\))/;

const PATCHES = {
  'protocol/client.js': [
    [/^/, `${FAYE_NOTICE}\n`],
    // Nobody here listens for messages in this way, and it throws where a channel's name is none.
    [/ +this\._deliverMessage\(message\);\n/, ''],
    [/ +_deliverMessage: [^]*?\n {2}\},\n/, ''],
    // Here a feed is only heard, for as long as the connection stands.
    [/ +unsubscribe: [^]*?\n {2}\},\n/, ''],
    [/ +publish: [^]*?\n {2}\},\n/, ''],
  ],
  // The first request too goes by WebSocket, or by XHR where there is none: such a connection stands only a moment later.
  'util/constants.js': [
    [
      /(?<=MANDATORY_CONNECTION_TYPES: )\[[^\]]*\]/,
      "['websocket', 'long-polling', 'cross-origin-long-polling']",
    ],
  ],
  'protocol/dispatcher.js': [
    [
      /(?<=this\.connectionType = transport\.connectionType;)/,
      ' for (const envelope of this._envelopes.values()) this._sendEnvelope(envelope);',
    ],
  ],
  'transport/browser_transports.js': [[/^Transport\.register\('(?:eventsource|callback-polling)'.*$/gm, '']],
  'transport/transport.js': [
    // Said in a promise that nobody can catch.
    [/throw new Error\('Could not find a usable connection type.*;/, ''],
    [NO_MESSAGE, '.filter(Boolean)'],
  ],
  'transport/web_socket.js': [[NO_MESSAGE, '.filter(Boolean)']],
};

export const fayeForPages = {
  name: 'faye-for-pages',
  enforce: 'pre',
  transform: {
    filter: { id: /node_modules\/faye\/src\// },
    handler(code, id) {
      const [, name] = /faye\/src\/(.*)$/.exec(id) ?? [];
      const patched = (PATCHES[name] ?? []).reduce((text, [pattern, replacement]) => {
        const changed = text.replace(pattern, replacement);
        if (changed === text) throw new Error(`faye's ${name} is no longer as expected.`);
        return changed;
      }, code);
      return {
        code: patched
          .replaceAll('global.onbeforeunload', 'undefined')
          .replaceAll(/\bglobal\./g, 'globalThis.'),
        map: null,
      };
    },
  },
};
