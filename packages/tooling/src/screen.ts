/** A virtual X display. */
import { spawn } from 'node:child_process';
import { requireTool } from './browsers.ts';

export interface Screen {
  /** The value of `DISPLAY` for programs that use the screen. */
  display: string;
  stop(): void;
}

/** Starts Xvfb on a free display. @param size for example `1280x900` */
export async function startScreen(size: string): Promise<Screen> {
  // Xvfb chooses a free display and writes its number to the given file descriptor.
  const args = ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp'];
  const screen = spawn(requireTool('xvfb'), args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((resolve, reject) => {
    screen.once('error', reject);
    screen.once('exit', (code) => reject(new Error(`Xvfb exited with code ${code}.`)));
    screen.stdio[3]?.once('data', resolve);
  });
  return { display: `:${String(number).trim()}`, stop: () => void screen.kill() };
}
