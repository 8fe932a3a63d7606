import { expect, test } from 'vitest';
import { stagesOf } from '../host.ts';
import { hosts } from '../hosts.ts';
import { readVersions } from '../run/project.ts';
import { formatPage, readPage, readResults } from './results.ts';

// When one of these fails: npm run test:hosts -- --write
test('the results are those of every host and every stage', () => {
  const stored = Object.entries(readResults()).map(([name, { results }]) => [name, Object.keys(results)]);
  const expected = hosts.map((host) => [host.name, stagesOf(host)]);
  expect(stored).toEqual(expected);
});

test('the results are those of the versions that the applications install', () => {
  const stored = Object.entries(readResults()).map(([name, { versions }]) => [name, versions]);
  expect(stored).toEqual(hosts.map((host) => [host.name, readVersions(host)]));
});

test('the page has the table of the results', async () => {
  expect(await formatPage(readPage(), readResults())).toBe(readPage());
});
