/** Commands that a browser test can send to its browser: keys, pointer, viewport, media features, screenshots. */
import { executeServerCommand } from '@web/test-runner-commands';

export {
  executeServerCommand,
  resetMouse,
  sendKeys,
  sendMouse,
  setViewport,
} from '@web/test-runner-commands';

/**
 * Sets media features, for example `{ 'forced-colors': 'active', 'prefers-color-scheme': 'dark' }`, and the media type,
 * for example `{ media: 'print' }`. Resets the other features to the browser's default. Resolves to false if the browser
 * does not support it (only Chromium does): `if (!(await setMediaFeatures(…))) this.skip();`.
 */
export function setMediaFeatures(features: Record<string, string>): Promise<boolean> {
  return executeServerCommand('media-features', features);
}

/**
 * Saves a screenshot of the viewport as `.screenshots/<name>.<browser>.png` in the package, a folder that git ignores.
 * Resolves to the path. The name may contain `/` for subfolders.
 */
export function takeScreenshot(name: string): Promise<string> {
  return executeServerCommand('screenshot', { name });
}
