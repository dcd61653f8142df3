// Finds the engines that the browser tests can run in: what is asked of Debian is one line of apt.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findBrowser } from '../../scripts/find-browser.mjs';

/** What installs both that are not in an npm package, on Debian 12. */
export const APT = 'apt-get install -y --no-install-recommends firefox-esr webkit2gtk-driver xvfb';

const onPath = (...names) =>
  names
    .flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
    .find(runs);

function runs(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Debian keeps it in a folder named after the machine, inside one named after the library's version. */
function miniBrowser() {
  const inside = (folder, like) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && like.test(entry.name))
      .map((entry) => join(folder, entry.name));
  if (process.platform !== 'linux') return;
  return inside('/usr/lib', /-linux-gnu/)
    .flatMap((machine) => inside(machine, /^webkit2gtk-/))
    .map((folder) => join(folder, 'MiniBrowser'))
    .find(runs);
}

const finders = {
  chromium: async () => (await findBrowser()).executablePath,
  firefox: () => process.env.FIREFOX_PATH ?? onPath('firefox-esr', 'firefox'),
  webkit: () => onPath('WebKitWebDriver') && (process.env.DISPLAY || onPath('Xvfb')) && miniBrowser(),
};

export const ENGINES = Object.keys(finders);

/** The program that shows pages; nothing where it, or what it needs, is not installed. */
export const findEngine = async (name) => finders[name]();

/** What an engine's program calls itself, with its version; its path where that is not to be had. */
export function versionOf(name, program, env) {
  // WebKitGTK's tells only who has a screen.
  const [command, ...args] =
    name === 'webkit'
      ? ['dpkg-query', '-W', '-f', 'WebKitGTK ${Version}', 'webkit2gtk-driver']
      : [program, '--version'];
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', env });
  return status === 0 ? stdout.trim() : program;
}
