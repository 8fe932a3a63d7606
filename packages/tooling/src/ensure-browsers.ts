/**
 * `node packages/tooling/src/ensure-browsers.ts`: installs the programs that the tests need in addition to
 * `node_modules`, on Debian and its derivatives as root. On other systems, prints the missing programs and the command
 * that installs them, and fails.
 */
import { findMissingTools } from './browsers.ts';
import { ensureTools } from './ensure-tools.ts';

const missing = ensureTools(findMissingTools);
if (missing) console.error(missing);
else console.log('Browsers, fonts and PostgreSQL are installed.');
process.exitCode = missing ? 1 : 0;
