/**
 * `npm run bench:elements`: measures `heed-nps` and other elements in one run, and prints the tables. `--write` writes
 * them to `docs/elements/benchmark.md`. During development, `--rounds 3 --only lit,heed` is faster.
 */
import { parseArgs } from 'node:util';
import { logProgress } from '../shared/log-progress.ts';
import { measureRounds } from './measure/rounds.ts';
import { formatResults, page } from './report/document.ts';
import { startSite } from './site/site.ts';
import { subjects } from './subjects.ts';

const { values } = parseArgs({
  options: {
    write: { type: 'boolean' },
    rounds: { type: 'string', default: '15' },
    only: { type: 'string' },
  },
});
const only = values.only?.split(',');
const chosen = subjects.filter(({ id }) => only?.includes(id) ?? true);
if (only && values.write) throw new Error('--write needs all pages. Omit --only.');

const site = await startSite(chosen);
try {
  const text = await formatResults(await measureRounds(site, chosen, Number(values.rounds), logProgress));
  process.stdout.write(`\n${text}`);
  if (values.write) page.write(text);
} finally {
  await site.close();
}
logProgress('done');
