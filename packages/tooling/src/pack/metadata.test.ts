import { expect, it } from 'vitest';
import { listPublicPackages, root, type Package } from '../workspace.ts';
import { checkMetadata } from './metadata.ts';

const page = 'https://git.example/heed';
const repository = { type: 'git', url: `git+${page}.git` };
const shared = { license: 'MIT', author: 'Authors', bugs: { url: `${page}/issues` } };
const reference = { name: 'workspace', version: '0.0.0', ...shared, homepage: `${page}#readme`, repository };

function createPackage(changes: Partial<Package['manifest']>): Package {
  const manifest = {
    name: '@heed/core',
    version: '1.0.0',
    description: 'Scores',
    keywords: ['feedback', 'survey', 'csat', 'nps', 'ces'],
    ...shared,
    publishConfig: { access: 'public', provenance: true },
    homepage: `${page}/tree/main/packages/core#readme`,
    repository: { ...repository, directory: 'packages/core' },
    ...changes,
  };
  return { folder: `${root}/packages/core`, manifest };
}

it.each(listPublicPackages())('finds the metadata of $manifest.name complete', (member) => {
  expect(checkMetadata(member)).toEqual([]);
});

it('accepts the values of the root', () => {
  expect(checkMetadata(createPackage({}), reference)).toEqual([]);
});

it('reports a repository that differs from the root', () => {
  const moved = { type: 'git', url: 'git+https://git.example/old.git', directory: 'packages/core' };
  expect(checkMetadata(createPackage({ repository: moved }), reference)).toEqual([
    'package.json: "repository.url" must be "git+https://git.example/heed.git", got "git+https://git.example/old.git"',
  ]);
});

it('reports the folder of another package', () => {
  const other = { ...repository, directory: 'packages/client' };
  expect(checkMetadata(createPackage({ repository: other }), reference)).toEqual([
    'package.json: "repository.directory" must be "packages/core", got "packages/client"',
  ]);
});

it('reports missing fields', () => {
  const { name, version } = reference;
  const problems = checkMetadata({ folder: `${root}/packages/core`, manifest: { name, version } }, reference);
  expect(problems.map((problem) => /"([\w.]+)"/.exec(problem)?.[1])).toEqual([
    'license',
    'author',
    'bugs.url',
    'repository.url',
    'repository.directory',
    'homepage',
    'publishConfig.provenance',
    'description',
    'keywords',
  ]);
});

it('reports a duplicate keyword', () => {
  const keywords = ['nps', 'nps', 'csat', 'ces', 'survey'];
  expect(checkMetadata(createPackage({ keywords }), reference)).toEqual([
    'package.json: "keywords" contains a duplicate',
  ]);
});
