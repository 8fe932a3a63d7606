/** Checks the fields of a package.json that npm and GitHub show. */
import { relative } from 'node:path';
import { readManifest, root, type Manifest, type Package } from '../workspace.ts';

/** Returns the problems with the metadata of a published package. The root package.json has the reference values. */
export function checkMetadata(
  { folder, manifest }: Package,
  reference: Manifest = readManifest(root),
): string[] {
  const directory = relative(root, folder).replaceAll('\\', '/');
  const { homepage, keywords = [], description, repository, publishConfig } = manifest;
  const repositoryPage = reference.homepage?.replace('#readme', '') ?? '';
  return [
    ...(['license', 'author'] as const).flatMap((field) => compare(field, manifest[field], reference[field])),
    ...compare('bugs.url', manifest.bugs?.url, reference.bugs?.url),
    ...compare('repository.url', repository?.url, reference.repository?.url),
    ...compare('repository.directory', repository?.directory, directory),
    ...compare('homepage', homepage, `${repositoryPage}/tree/main/${directory}#readme`),
    ...(publishConfig?.provenance ? [] : ['package.json: "publishConfig.provenance" must be true']),
    ...(description ? [] : ['package.json: "description" is missing']),
    ...(keywords.length >= 5 ? [] : ['package.json: "keywords" must have five or more entries']),
    ...(new Set(keywords).size === keywords.length ? [] : ['package.json: "keywords" contains a duplicate']),
  ];
}

function compare(field: string, actual: string | undefined, expected: string | undefined): string[] {
  if (actual !== undefined && actual === expected) return [];
  return [`package.json: "${field}" must be ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`];
}
