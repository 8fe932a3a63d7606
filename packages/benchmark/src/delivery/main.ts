/**
 * `npm run bench:delivery`: measures the delivery of Heed and of its peers in one run and prints the tables; `--write`
 * puts them into `docs/client/benchmark.md`.
 */
import { parseArgs } from 'node:util';
import { tell } from '../shared/tell.ts';
import { clients } from './clients.ts';
import { measureAll } from './measure/results.ts';
import { formatResults, page } from './report/document.ts';
import { startSite } from './site/site.ts';

const { values } = parseArgs({ options: { write: { type: 'boolean' } } });
const site = await startSite(clients);
try {
  const text = await formatResults(await measureAll(site, tell));
  process.stdout.write(`\n${text}`);
  if (values.write) page.write(text);
} finally {
  await site.close();
}
tell('done');
