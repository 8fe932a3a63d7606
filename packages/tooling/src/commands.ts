/** What a browser test may ask of its browser: keys, pointer, viewport, media features, pictures. */
import { executeServerCommand } from '@web/test-runner-commands';

export {
  executeServerCommand,
  resetMouse,
  sendKeys,
  sendMouse,
  setViewport,
} from '@web/test-runner-commands';

/**
 * Sets media features, for example `{ 'forced-colors': 'active', 'prefers-color-scheme': 'dark' }`, and the media type
 * as `{ media: 'print' }`; features not named go back to the browser's own. Resolves false where the browser cannot (only Chromium can), so that
 * a test may end: `if (!(await setMediaFeatures(…))) this.skip();`.
 */
export function setMediaFeatures(features: Record<string, string>): Promise<boolean> {
  return executeServerCommand('media-features', features);
}

/**
 * Saves a picture of the viewport for people to look at as `.screenshots/<name>.<browser>.png` in the package,
 * a folder that git ignores. Resolves with that path. The name may hold `/` for subfolders.
 */
export function takeScreenshot(name: string): Promise<string> {
  return executeServerCommand('screenshot', { name });
}
