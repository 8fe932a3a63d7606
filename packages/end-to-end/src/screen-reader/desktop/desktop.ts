/** A separate desktop for one screen reader: display, buses, window manager and Orca. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { requireTool } from '@heed/tooling/browsers';
import { startScreen } from '@heed/tooling/screen';
import { readActivity } from './activity.ts';
import { createPrograms, type Programs } from './programs.ts';
import { readSpeech, type Speech } from './speech.ts';

const run = promisify(execFile);
const MODULES = fileURLToPath(new URL('.', import.meta.url));
/** Maximum wait for a program to start or for speech, on a busy machine. */
const LIMIT_MS = 40_000;
const SAMPLE_MS = 50;
/** The screen reader has finished if there is no speech and no activity for this long. */
const IDLE_MS = 500;
/** CPU time that an idle program may use in `SAMPLE_MS`, for a blinking caret. */
const IDLE_TICKS = 1;

/** Orca's user settings. Key echo is off, because transcripts contain the keys. */
const ORCA_SETTINGS = {
  general: { startingProfile: ['Default', 'default'] },
  profiles: {
    default: {
      profile: ['Default', 'default'],
      enableKeyEcho: false,
      enableBraille: false,
      enableSound: false,
      pageSummaryOnLoad: false,
      sayAllOnLoad: false,
    },
  },
  pronunciations: {},
  keybindings: {},
};

export interface Desktop {
  speech: Speech;
  programs: Programs;
  folder: string;
  /** Presses keys one after the other, by their X names such as `Tab` or `shift+Tab`. */
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Resolves when there is no more speech and all programs are idle. */
  waitForIdle(): Promise<void>;
  close(): void;
}

/** A failure of the desktop, not of the page. Another attempt may succeed. */
export class DesktopError extends Error {}

export async function startDesktop(): Promise<Desktop> {
  const folder = mkdtempSync(join(tmpdir(), 'heed-screen-reader-'));
  const screen = await startScreen('1280x900');
  const programs = createPrograms(folder, createEnvironment(folder, screen.display));
  const close = (): void => {
    programs.stop();
    screen.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  try {
    await startBuses(programs);
    programs.start(requireTool('windowManager'), []);
    const speech = await startOrca(programs, folder);
    return { ...createControls(programs, speech), speech, programs, folder, close };
  } catch (error) {
    close();
    throw error;
  }
}

function createEnvironment(folder: string, display: string): Record<string, string> {
  const home = join(folder, 'home');
  const runtime = join(folder, 'run');
  mkdirSync(join(home, '.config'), { recursive: true });
  mkdirSync(runtime, { mode: 0o700 });
  return {
    DISPLAY: display,
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_RUNTIME_DIR: runtime,
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(runtime, 'bus')}`,
    // The language of Orca's own speech, and the format of times.
    LANG: 'en_US.UTF-8',
    TZ: 'UTC',
    GSETTINGS_BACKEND: 'memory',
    GTK_MODULES: 'gail:atk-bridge',
    GNOME_ACCESSIBILITY: '1',
    ACCESSIBILITY_ENABLED: '1',
    NO_AT_BRIDGE: '0',
  };
}

async function startBuses(programs: Programs): Promise<void> {
  const address = programs.env['DBUS_SESSION_BUS_ADDRESS'] ?? '';
  programs.start(requireTool('messageBus'), ['--session', '--nofork', '--nopidfile', `--address=${address}`]);
  const callBus = (...call: string[]): Promise<boolean> =>
    run('dbus-send', ['--session', '--print-reply', ...call], {
      env: { ...process.env, ...programs.env },
    }).then(
      () => true,
      () => false,
    );
  await waitFor('the message bus', () =>
    callBus('--dest=org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus.ListNames'),
  );
  programs.start(requireTool('accessibilityBus'), ['--launch-immediately', '--a11y=1', '--screen-reader=1']);
  await waitFor('the accessibility bus', () =>
    callBus('--dest=org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus.GetAddress'),
  );
}

async function startOrca(programs: Programs, folder: string): Promise<Speech> {
  const settings = join(programs.env['XDG_DATA_HOME'] ?? '', 'orca');
  mkdirSync(settings, { recursive: true });
  writeFileSync(join(settings, 'user-settings.conf'), JSON.stringify(ORCA_SETTINGS));
  const log = join(folder, 'speech.jsonl');
  const orca = programs.start(requireTool('orca'), [], {
    PATH: `${hideOtherOrcas(folder)}:${process.env['PATH']}`,
    PYTHONPATH: MODULES,
    PYTHONDONTWRITEBYTECODE: '1',
    HEED_SPEECH_LOG: log,
    HEED_VOICES: 'en de ar is',
  });
  const speech = readSpeech(log);
  // "Screen reader on."
  await waitFor('Orca', () => speech.count() > 0 || !orca.isRunning());
  if (!orca.isRunning()) throw new DesktopError(`Orca ended. See ${folder}/orca.log`);
  return speech;
}

/** Orca does not start if `pgrep` finds another Orca of the same user, even on another desktop. */
function hideOtherOrcas(folder: string): string {
  const programs = join(folder, 'bin');
  mkdirSync(programs);
  writeFileSync(join(programs, 'pgrep'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  return programs;
}

function createControls(programs: Programs, speech: Speech): Pick<Desktop, 'press' | 'type' | 'waitForIdle'> {
  const env = { ...process.env, ...programs.env };
  const xdotool = async (...args: string[]): Promise<void> => {
    await run(requireTool('keys'), args, { env });
  };
  return {
    press: (...keys) => xdotool('key', '--clearmodifiers', '--delay', '60', ...keys),
    type: (text) => xdotool('type', '--delay', '60', text),
    waitForIdle: () => waitForIdle(programs, speech),
  };
}

/** A screen reader does not report when it has finished, so this waits until its programs are idle. */
async function waitForIdle(programs: Programs, speech: Speech): Promise<void> {
  const end = Date.now() + LIMIT_MS;
  let before = { count: -1, ticks: -1 };
  for (let idleMs = 0; idleMs < IDLE_MS; idleMs += SAMPLE_MS) {
    await pause(SAMPLE_MS);
    const { isBusy, ticks } = readActivity(programs.leaders());
    const count = speech.count();
    if (isBusy || count !== before.count || ticks - before.ticks > IDLE_TICKS) idleMs = -SAMPLE_MS;
    before = { count, ticks };
    if (Date.now() > end) throw new DesktopError(`the programs were still busy after ${LIMIT_MS} ms`);
  }
}

/** @param Failure the error class to throw after the limit */
export async function waitFor(
  what: string,
  isTrue: () => boolean | Promise<boolean>,
  Failure: new (message: string) => Error = DesktopError,
): Promise<void> {
  for (const end = Date.now() + LIMIT_MS; !(await isTrue()); await pause(SAMPLE_MS))
    if (Date.now() > end) throw new Failure(`${what} was not ready after ${LIMIT_MS} ms`);
}
