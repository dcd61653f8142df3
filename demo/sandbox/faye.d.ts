/** What is used of the npm package `faye`, which comes without types. */
declare module 'faye/src/adapters/node_adapter.js' {
  import type { Server } from 'node:http';

  interface Message {
    readonly channel: string;
    readonly subscription?: unknown;
    readonly ext?: Readonly<Record<string, unknown>>;
    error?: string;
  }

  interface Extension {
    /** `request` is null for what the server itself publishes. */
    incoming?(message: Message, request: object | null, next: (message: Message) => void): void;
  }

  interface Publisher {
    publish(channel: string, data: object): PromiseLike<unknown>;
    connect(whenConnected: () => void): void;
    /** Only what is connected. */
    disconnect(): PromiseLike<unknown> | undefined;
  }

  export default class NodeAdapter {
    constructor(options: { mount: string; timeout: number });
    addExtension(extension: Extension): void;
    attach(server: Server): void;
    getClient(): Publisher;
    close(): void;
  }
}
