/** Empties a package's `dist`, so that nothing left from a module that is gone gets published. Run in its folder. */
import { rmSync } from 'node:fs';

rmSync('dist', { recursive: true, force: true });
