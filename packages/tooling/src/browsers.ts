/** Finds the programs and fonts that the tests need on this machine. It installs nothing. */
import { existsSync, globSync } from 'node:fs';

/** A program or font outside `node_modules` that a test needs. */
export interface Tool {
  /** Its name in messages. */
  label: string;
  /** Environment variable with its path, which takes precedence over `paths`. `undefined` for fonts. */
  env?: string;
  /** Default paths in order of preference; `*` matches within one folder name. */
  paths: string[];
  /** The Debian package that contains it. */
  debianPackage: string;
  /** True if it exists only for Linux. Other systems do not need it. */
  linuxOnly?: boolean;
  /** True if only `npm run test:screen-reader` needs it. */
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
    label: 'Xvfb, the display server for WebKitGTK',
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
    label: 'a Chinese font',
    paths: ['/usr/share/fonts/**/*CJK*'],
    debianPackage: 'fonts-noto-cjk',
    linuxOnly: true,
  },
  arabicFont: {
    label: 'an Arabic font',
    paths: ['/usr/share/fonts/**/*Arabic*'],
    debianPackage: 'fonts-noto-core',
    linuxOnly: true,
  },
  emojiFont: {
    label: 'an emoji font',
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
    label: 'xdotool, which sends keystrokes',
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

/** Returns the path of a tool, or `undefined` if it is not installed. Prefers the newest of several versions. */
export function findTool(name: ToolName): string | undefined {
  const tool = tools[name];
  const fromEnv = tool.env && process.env[tool.env];
  if (fromEnv) return existsSync(fromEnv) ? fromEnv : undefined;
  return tool.paths.map(findNewest).find((path) => path !== undefined);
}

/** Returns the path of a tool. Throws if it is missing, with its environment variable and its Debian package. */
export function requireTool(name: ToolName): string {
  const path = findTool(name);
  if (path) return path;
  const { label, env, debianPackage } = tools[name];
  const variable = env ? `, or set ${env} to its path (now ${process.env[env] ?? 'unset'})` : '';
  throw new Error(`${label} was not found. Install it (Debian: ${debianPackage})${variable}.`);
}

/** Returns the missing tools that `npm test` needs on this operating system. */
export function findMissingTools(): Tool[] {
  return listMissing(({ linuxOnly, screenReader }) => !screenReader && (isLinux || !linuxOnly));
}

/** Returns the missing tools that `npm run test:screen-reader` needs. Orca runs only on Linux. */
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
