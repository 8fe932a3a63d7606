/**
 * Implements the members of a puppeteer page that the commands of the test runner use, with WebDriver. `sendKeys`,
 * `sendMouse`, `resetMouse` and `setViewport` therefore need no code for WebKit.
 */
import { toWebDriverKey } from './keys.ts';
import type { WebDriverSession } from './session.ts';

type Button = 'left' | 'middle' | 'right';

const buttonNumbers: Record<Button, number> = { left: 0, middle: 1, right: 2 };

/** Keyboard, pointer, viewport and screenshots of a window. */
export type WebKitPage = ReturnType<typeof createPage>;

export function createPage(session: WebDriverSession) {
  return {
    keyboard: createKeyboard(session),
    mouse: createMouse(session),
    setViewport: (size: Size) => resizeViewport(session, size),
    screenshot: async () => Buffer.from(await session.get<string>('/screenshot'), 'base64'),
    emulateMediaFeatures: async () => {
      throw new Error('WebKitGTK cannot emulate media features. Skip the test, or set them at launch.');
    },
    url: () => session.get<string>('/url'),
  };
}

function createKeyboard(session: WebDriverSession) {
  const act = (...actions: object[]) =>
    session.post('/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  const down = (key: string) => ({ type: 'keyDown', value: toWebDriverKey(key) });
  const up = (key: string) => ({ type: 'keyUp', value: toWebDriverKey(key) });
  return {
    type: async (text: string) => {
      for (const character of text) {
        const key = character === '\n' ? 'Enter' : character;
        await act(down(key), up(key));
      }
    },
    press: (key: string) => act(down(key), up(key)),
    down: (key: string) => act(down(key)),
    up: (key: string) => act(up(key)),
  };
}

function createMouse(session: WebDriverSession) {
  const parameters = { pointerType: 'mouse' };
  const act = (...actions: object[]) =>
    session.post('/actions', { actions: [{ type: 'pointer', id: 'mouse', parameters, actions }] });
  const move = (x: number, y: number) => ({ type: 'pointerMove', duration: 0, origin: 'viewport', x, y });
  const down = (button: Button = 'left') => ({ type: 'pointerDown', button: buttonNumbers[button] });
  const up = (button: Button = 'left') => ({ type: 'pointerUp', button: buttonNumbers[button] });
  return {
    move: (x: number, y: number) => act(move(x, y)),
    click: (x: number, y: number, { button }: { button?: Button } = {}) =>
      act(move(x, y), down(button), up(button)),
    down: ({ button }: { button?: Button } = {}) => act(down(button)),
    up: ({ button }: { button?: Button } = {}) => act(up(button)),
    reset: async () => {
      await session.delete('/actions');
      await act(move(0, 0));
    },
  };
}

interface Size {
  width: number;
  height: number;
}

/** WebDriver resizes windows, not viewports, so this adds the difference until the viewport has the size. */
async function resizeViewport(session: WebDriverSession, wanted: Size): Promise<void> {
  for (let attempt = 0; attempt < 4; attempt++) {
    const actual = await session.evaluate<Size>('return { width: innerWidth, height: innerHeight }');
    if (actual.width === wanted.width && actual.height === wanted.height) return;
    const window = await session.get<Size>('/window/rect');
    await session.post('/window/rect', {
      width: window.width + wanted.width - actual.width,
      height: window.height + wanted.height - actual.height,
    });
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}
