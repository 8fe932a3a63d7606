/** Starts the programs of a WebKit session: a screen, and the WebKitGTK driver, which starts the browser on it. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireTool } from '../../browsers.ts';
import { findFreePort } from '../../free-port.ts';
import { startScreen } from '../../screen.ts';

/** A running driver. */
export interface RunningDriver {
  url: string;
  stop(): void;
}

/** Starts the driver on the screen that `DISPLAY` names, or else on a new screen. */
export async function startDriver(): Promise<RunningDriver> {
  const configFolder = writeGtkConfig();
  const screen = process.env['DISPLAY'] ? undefined : await startScreen('1600x1200');
  const port = await findFreePort();
  const driver = spawn(requireTool('webkitDriver'), [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: createEnvironment(configFolder, screen?.display),
  });
  const stop = () => {
    driver.kill();
    screen?.stop();
    rmSync(configFolder, { recursive: true, force: true });
  };
  process.once('exit', stop);
  return { url: `http://127.0.0.1:${port}`, stop };
}

function createEnvironment(configFolder: string, display = process.env['DISPLAY']): NodeJS.ProcessEnv {
  // With WEBKIT_DISABLE_COMPOSITING_MODE a screenshot never returns.
  const { WEBKIT_DISABLE_COMPOSITING_MODE: _, ...inherited } = process.env;
  return {
    ...inherited,
    DISPLAY: display,
    GDK_BACKEND: 'x11',
    NO_AT_BRIDGE: '1',
    XDG_CONFIG_HOME: configFolder,
  };
}

/** The toolbar of the browser makes its window at least 447 px wide. Without padding, the width of a phone fits. */
function writeGtkConfig(): string {
  const folder = mkdtempSync(join(tmpdir(), 'heed-webkit-'));
  mkdirSync(join(folder, 'gtk-3.0'));
  const tiny =
    'min-width: 0; min-height: 0; padding: 0; margin: 0; border: 0; font-size: 1px; -gtk-icon-size: 1px';
  const css = `* { min-width: 0; padding: 0; margin: 0 }
toolbar, headerbar, toolbar *, headerbar *, notebook > header { ${tiny} }`;
  writeFileSync(join(folder, 'gtk-3.0/gtk.css'), css);
  return folder;
}
