/** What is used of the npm package `faye`, which comes without types. */
declare module 'faye/src/protocol/client.js' {
  import type Scheduler from 'faye/src/protocol/scheduler.js';

  /** Of the Bayeux protocol. */
  interface Message {
    readonly channel: string;
    readonly subscription?: string;
    readonly successful?: boolean;
    /** How the server wishes to be asked. */
    advice?: object;
    ext?: Readonly<Record<string, string | undefined>>;
  }

  interface Extension {
    incoming?(message: Message, next: (message: Message) => void): void;
    outgoing?(message: Message, next: (message: Message) => void): void;
  }

  interface Options {
    /** Seconds before what was lost is sent again. */
    readonly retry: number;
    /** Seconds between two questions, unless the server wishes for another pause. */
    readonly interval: number;
    readonly scheduler: typeof Scheduler;
  }

  export default class Client {
    constructor(url: string, options: Options);
    disable(connectionType: string): void;
    addExtension(extension: Extension): void;
    subscribe(channel: string): void;
    /** Does nothing while there is no connection yet. */
    disconnect(): void;
  }
}

declare module 'faye/src/protocol/scheduler.js' {
  /** When a message is sent, and whether once more. */
  export default class Scheduler {
    readonly attempts: number;
    isDeliverable(): boolean;
    /** Seconds. */
    getInterval(): number;
  }
}
