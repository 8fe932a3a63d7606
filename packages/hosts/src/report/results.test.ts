import { expect, test } from 'vitest';
import { listStages } from '../host.ts';
import { hosts } from '../hosts.ts';
import { readVersions } from '../run/project.ts';
import { formatPage, readPage, readResults } from './results.ts';

// When one of these fails: npm run test:hosts -- --write
test('contains a result for every stage of every host', () => {
  const stored = Object.entries(readResults()).map(([name, { results }]) => [name, Object.keys(results)]);
  const expected = hosts.map((host) => [host.name, listStages(host)]);
  expect(stored).toEqual(expected);
});

test('contains the versions that the applications install', () => {
  const stored = Object.entries(readResults()).map(([name, { versions }]) => [name, versions]);
  expect(stored).toEqual(hosts.map((host) => [host.name, readVersions(host)]));
});

test('shows the results in the documentation', async () => {
  expect(await formatPage(readPage(), readResults())).toBe(readPage());
});
