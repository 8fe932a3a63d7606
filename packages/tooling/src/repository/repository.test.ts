/** Checks the files of the repository that no other program reads before they are needed: workflows, forms, versions. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readManifest, root } from '../workspace.ts';

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

interface Job {
  'timeout-minutes'?: number;
  permissions?: Record<string, string>;
  steps: Step[];
}

interface Workflow {
  name: string;
  on: Record<string, { workflows?: string[] } | null>;
  permissions?: Record<string, string>;
  jobs: Record<string, Job>;
}

interface IssueForm {
  name?: string;
  description?: string;
  body?: { type: string; id?: string; attributes: { label?: string; value?: string } }[];
  contact_links?: { url: string }[];
}

const manifest = readManifest(root);
const workflowFiles = globSync('.github/workflows/*.yml', { cwd: root }).toSorted();
const formFiles = globSync('.github/ISSUE_TEMPLATE/*.yml', { cwd: root }).toSorted();

function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function readWorkflow(path: string): Workflow {
  return parse(readText(path)) as Workflow;
}

function listSteps(path: string): Step[] {
  return Object.values(readWorkflow(path).jobs).flatMap(({ steps }) => steps);
}

/** Commands of a step, including those that it passes to an action. */
function listCommands({ run, with: inputs = {} }: Step): string[] {
  return [run, inputs['version'], inputs['publish']].filter((text) => typeof text === 'string');
}

it('has a workflow for CI and one for releases', () => {
  expect(workflowFiles.map((file) => readWorkflow(file).name)).toEqual(['CI', 'Release']);
});

describe.each(workflowFiles)('%s', (file) => {
  it('runs only npm scripts and files that exist', () => {
    for (const command of listSteps(file).flatMap(listCommands)) {
      const script = /^npm run ([\w:-]+)/.exec(command)?.[1];
      if (script) expect(Object.keys(manifest.scripts ?? {})).toContain(script);
      const program = /^\.[\w/-]+/.exec(command)?.[0];
      if (program) expect(statSync(join(root, program)).mode & 0o100, program).not.toBe(0);
    }
  });

  it('uses actions with a version', () => {
    for (const { uses } of listSteps(file)) if (uses) expect(uses).toMatch(/^[\w-]+\/[\w-]+@v\d+/);
  });

  it('has no write permission for all of its jobs, and a time limit for each', () => {
    const { permissions, jobs } = readWorkflow(file);
    expect(Object.values(permissions ?? { all: 'write' })).not.toContain('write');
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0);
  });
});

it('runs the whole check in CI', () => {
  expect(listSteps('.github/workflows/ci.yml').map(({ run }) => run)).toContain('.ci/run');
});

it('releases after CI, with the permissions of trusted publishing', () => {
  const { on, jobs } = readWorkflow('.github/workflows/release.yml');
  expect(on['workflow_run']?.workflows).toEqual(['CI']);
  expect(jobs['release']?.permissions).toEqual({
    contents: 'write',
    'pull-requests': 'write',
    'id-token': 'write',
  });
});

describe.each(formFiles)('%s', (file) => {
  const form = parse(readText(file)) as IssueForm;

  it('has what GitHub requires of a form', () => {
    if (file.endsWith('config.yml')) return expect(form.contact_links?.length).toBeGreaterThan(0);
    expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) });
    for (const { type, id, attributes } of form.body ?? []) {
      if (type === 'markdown') expect(attributes.value).toBeTruthy();
      else
        expect({ id, label: attributes.label }).toEqual({
          id: expect.any(String),
          label: expect.any(String),
        });
    }
  });

  it('links to the repository of the packages', () => {
    const repository = manifest.homepage?.replace('#readme', '') ?? '';
    for (const { url } of form.contact_links ?? []) expect(url.startsWith(`${repository}/`), url).toBe(true);
  });
});

it('has the files that GitHub looks up in docs', () => {
  for (const name of ['contributing.md', 'SECURITY.md', 'CODE_OF_CONDUCT.md'])
    expect(existsSync(join(root, 'docs', name)), name).toBe(true);
});

it('has the same Node version for nvm as in the lock file', () => {
  const { nodeVersion } = parse(readText('pnpm-workspace.yaml')) as { nodeVersion: string };
  const { optionalDependencies } = JSON.parse(readText('package.json')) as Record<
    string,
    Record<string, string>
  >;
  const versions = new Set([
    readText('.nvmrc').trim(),
    nodeVersion,
    ...Object.values(optionalDependencies ?? {}),
  ]);
  expect([...versions]).toHaveLength(1);
});

it('names the pnpm version once', () => {
  const pinned = /^pnpm@\d+\.\d+\.\d+$/;
  expect(manifest.packageManager).toMatch(pinned);
  expect(Object.values(manifest.scripts ?? {}).join()).not.toMatch(/pnpm@/);
});
