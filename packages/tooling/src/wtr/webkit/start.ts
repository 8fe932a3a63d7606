import { requireTool } from '../../browsers.ts';
import { startDriver } from './processes.ts';
import { openSession, type WebDriverSession } from './session.ts';

export { createPage } from './page.ts';
export type { WebDriverSession } from './session.ts';

/** WebKitGTK under automation. It stores nothing on disk, so each start is like the first visit of a user. */
export interface RunningWebKit {
  session: WebDriverSession;
  /** Closes the window and ends its processes. */
  stop(): Promise<void>;
}

export async function startWebKit(): Promise<RunningWebKit> {
  const driver = await startDriver();
  const session = await openSession(driver.url, {
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: requireTool('webkit'), args: ['--automation'] },
  });
  return {
    session,
    async stop() {
      await session.close().catch(() => {});
      driver.stop();
    },
  };
}
