/**
 * `node packages/tooling/src/pack/pack.ts`: packs the built packages as for npm, lints each tarball,
 * installs all of them in an empty project and imports every subpath there.
 */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listPublicPackages, type Package } from '../workspace.ts';
import { importAll, install } from './consumer.ts';
import { checkContents } from './contents.ts';
import { checkDocumented } from './documented.ts';
import { checkMetadata } from './metadata.ts';
import { listSubpaths, listUntyped } from './subpaths.ts';
import { checkTypes, lintTarball, pack } from './tarball.ts';
import { compile, compileAlone } from './types.ts';

const packages = listPublicPackages();
const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'heed-pack-')));
try {
  const problems = await checkPackages();
  console.log(problems.join('\n') || `${packages.length} packages have no problems.`);
  process.exitCode = problems.length > 0 ? 1 : 0;
} finally {
  rmSync(temporary, { recursive: true });
}

async function checkPackages(): Promise<string[]> {
  const tarballs = await Promise.all(packages.map((member) => pack(member, temporary)));
  const findings = await Promise.all(packages.map((member, i) => lint(member, tarballs[i] ?? '')));
  const byName = Object.fromEntries(packages.map(({ manifest }, i) => [manifest.name, tarballs[i] ?? '']));
  return [...findings.flat(), ...(await useAll(byName))];
}

async function lint(member: Package, tarball: string): Promise<string[]> {
  const findings = await Promise.all([lintTarball(tarball), checkTypes(tarball, listUntyped(member))]);
  return [...checkMetadata(member), ...findings.flat()].map(
    (finding) => `${member.manifest.name}: ${finding}`,
  );
}

async function useAll(tarballs: Record<string, string>): Promise<string[]> {
  const project = join(temporary, 'consumer');
  const peers: Record<string, string> = Object.assign(
    {},
    ...packages.map(({ manifest }) => manifest.peerDependencies ?? {}),
  );
  const failures = await install(project, tarballs, peers);
  if (failures.length > 0) return failures;
  const subpaths = packages.flatMap(listSubpaths);
  const contents = packages.flatMap(({ manifest: { name } }) =>
    checkContents(realpathSync(join(project, 'node_modules', name))).map((finding) => `${name}: ${finding}`),
  );
  return [
    ...contents,
    ...(await importAll(project, subpaths)),
    ...(await compile(project, subpaths)),
    ...(await compileAlone(project, subpaths)),
    ...(await checkDocumented(temporary, tarballs)),
  ];
}
