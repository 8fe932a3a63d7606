/** Deletes the `dist` folder of a package, so that files of removed modules are not published. Run it in the package. */
import { rmSync } from 'node:fs';

rmSync('dist', { recursive: true, force: true });
