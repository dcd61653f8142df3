/** How far a wheel is turned, in px. */
export type Delta = { x?: number; y?: number };

// What the page asks of a provider here, beside what Vitest's own types name.
declare module 'vitest/browser' {
  interface BrowserCommands {
    enginePointer: (kind: string, x: number, y: number, delta: Delta) => Promise<void>;
    __vitest_tab: (options?: { shift?: boolean }) => Promise<void>;
    __vitest_keyboard: (text: string) => Promise<{ unreleased: string[] }>;
    __vitest_cleanup: () => Promise<void>;
  }
}
