/** Where the programs and fonts that the tests need lie on this machine. Finds, never installs. */
import { existsSync, globSync } from 'node:fs';

/** A program or font outside `node_modules` that a test needs. */
export interface Tool {
  /** What a message calls it. */
  label: string;
  /** Environment variable with its path, which takes precedence over `paths`. `undefined` for fonts. */
  env?: string;
  /** Default paths in order of preference; `*` matches within one folder name. */
  paths: string[];
  /** Debian package that brings it. */
  debianPackage: string;
  /** True where only Linux can have it, so other systems go without. */
  linuxOnly?: boolean;
  /** True for a program that only `npm run test:screen-reader` needs, besides the browsers. */
  screenReader?: boolean;
}

const macApps = '/Applications';
const windowsApps = 'C:/Program Files';
const isLinux = process.platform === 'linux';

const table = {
  chromium: {
    label: 'Chromium',
    env: 'CHROMIUM',
    paths: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      `${macApps}/Chromium.app/Contents/MacOS/Chromium`,
      `${macApps}/Google Chrome.app/Contents/MacOS/Google Chrome`,
      `${windowsApps}/Google/Chrome/Application/chrome.exe`,
    ],
    debianPackage: 'chromium',
  },
  firefox: {
    label: 'Firefox',
    env: 'FIREFOX',
    paths: [
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      `${macApps}/Firefox.app/Contents/MacOS/firefox`,
      `${windowsApps}/Mozilla Firefox/firefox.exe`,
    ],
    debianPackage: 'firefox-esr',
  },
  webkitDriver: {
    label: 'WebKitGTK driver',
    env: 'WEBKIT_DRIVER',
    paths: ['/usr/bin/WebKitWebDriver'],
    debianPackage: 'webkit2gtk-driver',
    linuxOnly: true,
  },
  webkit: {
    label: 'WebKitGTK browser',
    env: 'WEBKIT',
    paths: [
      '/usr/lib/*/webkit2gtk-4.1/MiniBrowser',
      '/usr/lib/*/webkitgtk-6.0/MiniBrowser',
      '/usr/libexec/webkit2gtk-4.1/MiniBrowser',
    ],
    debianPackage: 'webkit2gtk-driver',
    linuxOnly: true,
  },
  xvfb: {
    label: 'Xvfb, the screen for WebKitGTK',
    env: 'XVFB',
    paths: ['/usr/bin/Xvfb'],
    debianPackage: 'xvfb',
    linuxOnly: true,
  },
  postgres: {
    label: 'PostgreSQL server',
    env: 'POSTGRES',
    paths: [
      '/usr/lib/postgresql/*/bin/postgres',
      '/opt/homebrew/opt/postgresql@*/bin/postgres',
      '/usr/local/bin/postgres',
      `${windowsApps}/PostgreSQL/*/bin/postgres.exe`,
    ],
    debianPackage: 'postgresql',
  },
  chineseFont: {
    label: 'a font with Chinese',
    paths: ['/usr/share/fonts/**/*CJK*'],
    debianPackage: 'fonts-noto-cjk',
    linuxOnly: true,
  },
  arabicFont: {
    label: 'a font with Arabic',
    paths: ['/usr/share/fonts/**/*Arabic*'],
    debianPackage: 'fonts-noto-core',
    linuxOnly: true,
  },
  emojiFont: {
    label: 'a font with emoji',
    paths: ['/usr/share/fonts/**/*Emoji*'],
    debianPackage: 'fonts-noto-color-emoji',
    linuxOnly: true,
  },
  orca: {
    label: 'Orca, the screen reader',
    env: 'ORCA',
    paths: ['/usr/bin/orca'],
    debianPackage: 'orca',
    screenReader: true,
  },
  accessibilityBus: {
    label: 'the accessibility bus (AT-SPI)',
    env: 'AT_SPI_BUS_LAUNCHER',
    paths: ['/usr/libexec/at-spi-bus-launcher', '/usr/lib/at-spi2-core/at-spi-bus-launcher'],
    debianPackage: 'at-spi2-core',
    screenReader: true,
  },
  messageBus: {
    label: 'the D-Bus daemon',
    env: 'DBUS_DAEMON',
    paths: ['/usr/bin/dbus-daemon'],
    debianPackage: 'dbus',
    screenReader: true,
  },
  windowManager: {
    label: 'Openbox, the window manager',
    env: 'OPENBOX',
    paths: ['/usr/bin/openbox'],
    debianPackage: 'openbox',
    screenReader: true,
  },
  keys: {
    label: 'xdotool, which presses the keys',
    env: 'XDOTOOL',
    paths: ['/usr/bin/xdotool'],
    debianPackage: 'xdotool',
    screenReader: true,
  },
  desktopSettings: {
    label: 'the schemas of the desktop settings',
    paths: ['/usr/share/glib-2.0/schemas/org.gnome.desktop.interface.gschema.xml'],
    debianPackage: 'gsettings-desktop-schemas',
    screenReader: true,
  },
} satisfies Record<string, Tool>;

/** Name of a tool in the table. */
export type ToolName = keyof typeof table;

/** Every tool by name. */
export const tools: Record<ToolName, Tool> = table;

/** Path of a tool, or undefined where this machine lacks it. With several versions installed, the newest. */
export function findTool(name: ToolName): string | undefined {
  const tool = tools[name];
  const fromEnv = tool.env && process.env[tool.env];
  if (fromEnv) return existsSync(fromEnv) ? fromEnv : undefined;
  return tool.paths.map(findNewest).find((path) => path !== undefined);
}

/** Path of a tool; throws with its variable and its package where it is missing. */
export function requireTool(name: ToolName): string {
  const path = findTool(name);
  if (path) return path;
  const { label, env, debianPackage } = tools[name];
  const variable = env ? `, or set ${env} to its path (now ${process.env[env] ?? 'unset'})` : '';
  throw new Error(`${label} was not found. Install it (Debian: ${debianPackage})${variable}.`);
}

/** The tools of `npm test` that this operating system should have and does not. */
export function findMissingTools(): Tool[] {
  return listMissing(({ linuxOnly, screenReader }) => !screenReader && (isLinux || !linuxOnly));
}

/** What `npm run test:screen-reader` needs and this machine lacks. Orca only runs on Linux. */
export function findMissingScreenReaderTools(): Tool[] {
  const shared: Tool[] = [tools.chromium, tools.firefox, tools.xvfb];
  return listMissing((tool) => tool.screenReader || shared.includes(tool));
}

function listMissing(isNeeded: (tool: Tool) => boolean | undefined): Tool[] {
  const names = Object.keys(table) as ToolName[];
  return names.filter((name) => isNeeded(tools[name]) && !findTool(name)).map((name) => tools[name]);
}

function findNewest(pattern: string): string | undefined {
  const byVersion = new Intl.Collator('en', { numeric: true }).compare;
  return pattern.includes('*') ? globSync(pattern).toSorted(byVersion).at(-1) : existingPath(pattern);
}

function existingPath(path: string): string | undefined {
  return existsSync(path) ? path : undefined;
}
