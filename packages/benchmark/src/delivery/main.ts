/**
 * `npm run bench:delivery`: measures the delivery of Heed and other clients in one run, and prints the tables. `--write`
 * writes them to `docs/client/benchmark.md`.
 */
import { parseArgs } from 'node:util';
import { logProgress } from '../shared/log-progress.ts';
import { clients } from './clients.ts';
import { measureAll } from './measure/results.ts';
import { formatResults, page } from './report/document.ts';
import { startSite } from './site/site.ts';

const { values } = parseArgs({ options: { write: { type: 'boolean' } } });
const site = await startSite(clients);
try {
  const text = await formatResults(await measureAll(site, logProgress));
  process.stdout.write(`\n${text}`);
  if (values.write) page.write(text);
} finally {
  await site.close();
}
logProgress('done');
