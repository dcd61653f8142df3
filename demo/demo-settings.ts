/** What the switches of the demo say. Anything but the first of each stands in the page's address. */
const CHOICES = {
  format: ['json', 'xml'],
  lang: ['en', 'ru'],
  theme: ['system', 'light', 'dark'],
  dir: ['ltr', 'rtl'],
  width: ['wide', 'narrow'],
  fault: [
    'none',
    'slow',
    'third',
    'server',
    'busy',
    'actions',
    'offline',
    'expired',
    'signed-out',
    'empty',
    'broken',
    'signature',
  ],
  newer: ['off', 'on'],
} as const;

type Choices = typeof CHOICES;
type Name = keyof Choices;
export type Settings = { readonly [K in Name]: Choices[K][number] };

const NAMES = Object.keys(CHOICES) as Name[];

/** Anything that is no choice is the first one. */
function toSettings(given: (name: Name) => unknown): Settings {
  const known = NAMES.map((name) => {
    const choices: readonly string[] = CHOICES[name];
    return [name, choices.find((choice) => choice === given(name)) ?? choices[0]];
  });
  return Object.fromEntries(known) as Settings;
}

/** From the page's address, and into the switches. */
export function readSettings(form: HTMLFormElement): Settings {
  const query = new URLSearchParams(location.search);
  const settings = toSettings((name) => query.get(name));
  for (const name of NAMES) {
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLInputElement) control.checked = control.value === settings[name];
    else if (control instanceof RadioNodeList || control instanceof HTMLSelectElement)
      control.value = settings[name];
  }
  return settings;
}

/** From the switches, and into the page's address. */
export function writeSettings(form: HTMLFormElement): Settings {
  const data = new FormData(form);
  const settings = toSettings((name) => data.get(name));
  const chosen = NAMES.filter((name) => settings[name] !== CHOICES[name][0]);
  const query = new URLSearchParams(chosen.map((name) => [name, settings[name]]));
  history.replaceState(null, '', `${location.pathname}${query.size > 0 ? `?${query}` : ''}${location.hash}`);
  return settings;
}
