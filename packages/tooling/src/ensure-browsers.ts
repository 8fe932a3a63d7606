/**
 * `node packages/tooling/src/ensure-browsers.ts`: makes sure that this machine has what the tests need beside
 * `node_modules`. Installs it where that may be done (Debian or a relative of it, as root); elsewhere ends with
 * the names of what is missing and the command that installs it.
 */
import { findMissingTools } from './browsers.ts';
import { ensureTools } from './ensure-tools.ts';

const missing = ensureTools(findMissingTools);
if (missing) console.error(missing);
else console.log('Browsers, fonts and PostgreSQL are there.');
process.exitCode = missing ? 1 : 0;
