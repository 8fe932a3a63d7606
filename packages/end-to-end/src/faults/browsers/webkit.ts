/** WebKitGTK, driven by WebDriver. Tabs are windows of one session, which runs one command at a time. */
import { startWebKit } from '@heed/tooling/webkit';
import pLimit from 'p-limit';
import type { Browser, Tab } from './browser.ts';

const CALL = `const [name, args] = arguments; return faultPage[name](...args);`;

export async function launchWebKit(): Promise<Browser> {
  const { session, stop } = await startWebKit();
  const oneByOne = pLimit(1);
  // Stays open, because closing the last window ends the session.
  const first = await session.get<string>('/window');
  let current = first;

  const inWindow = <Result>(handle: string, act: () => Promise<Result>): Promise<Result> =>
    oneByOne(async () => {
      if (current !== handle) await session.post('/window', { handle });
      current = handle;
      return act();
    });

  const toTab = (handle: string): Tab => ({
    goto: async (url) => void (await inWindow(handle, () => session.post('/url', { url }))),
    call: (name, ...args) =>
      inWindow(handle, () => session.post('/execute/sync', { script: CALL, args: [name, args] })) as never,
    back: async () => void (await inWindow(handle, () => session.post('/back'))),
    close: async () => void (await inWindow(handle, () => session.delete('/window'))),
  });

  return {
    async openTab() {
      const opened = await inWindow(first, () => session.post('/window/new', { type: 'tab' }));
      return toTab((opened as { handle: string }).handle);
    },
    close: stop,
  };
}
