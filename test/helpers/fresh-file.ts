import { afterAll, beforeAll, expect, vi } from 'vitest';

// The files of a worker share its process, so that packages are loaded only once. For each file it is as good as new:
// our own modules are loaded again, what waits for its time is dropped at the end, and a file fails that leaves a
// global changed (a faked clock, another `fetch`) or a server open.
vi.resetModules();

const waiting: NodeJS.Timeout[] = [];
const { setTimeout, setInterval } = globalThis;
const keep = <F extends typeof setTimeout | typeof setInterval>(start: F) =>
  new Proxy(start, {
    apply(_, self, given) {
      const timer = Reflect.apply(start, self, given) as NodeJS.Timeout;
      waiting.push(timer);
      return timer;
    },
  });
Object.assign(globalThis, { setTimeout: keep(setTimeout), setInterval: keep(setInterval) });

const places = { globalThis, console, Date, Math, performance };

const look = () =>
  new Map<string, unknown>(
    Object.entries(places).flatMap(([place, object]) =>
      Object.getOwnPropertyNames(object).map(
        (name) => [`${place}.${name}`, Reflect.get(object, name) as unknown] as const,
      ),
    ),
  );

let before: ReturnType<typeof look>;
beforeAll(() => {
  before = look();
});

afterAll(async () => {
  const after = look();
  for (const timer of waiting) clearTimeout(timer);
  Object.assign(globalThis, { setTimeout, setInterval });
  const names = [...new Set([...before.keys(), ...after.keys()])];
  expect(names.filter((name) => !Object.is(before.get(name), after.get(name)))).toEqual([]);
  // Those that were closed go with the next turn of the event loop.
  await vi.waitFor(() => {
    expect(process.getActiveResourcesInfo()).not.toContain('TCPServerWrap');
  });
});
