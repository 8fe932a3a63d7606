/** Runs the stages of a host. Skips stages that depend on a failed stage. */
import { deepStrictEqual } from 'node:assert/strict';
import { join } from 'node:path';
import { findFreePort } from '@heed/tooling/free-port';
import type { Browser } from 'puppeteer-core';
import { listStages, type Host, type Results, type StageName } from '../host.ts';
import { run, start, type Program } from './process.ts';
import { createProject } from './project.ts';
import { startSite, type Site } from './site.ts';
import { checkTypes, checkTypesWith } from './types.ts';
import { until } from './until.ts';
import { openVisit, type Visit } from './visit.ts';

export interface Workbench {
  browser: Browser;
  /** Paths of the tarballs by package name. */
  tarballs: Record<string, string>;
  /** The folder where applications are installed. */
  folder: string;
}

/** A failed stage with the reason. `setup` is the installation, or the start of the server. */
export interface Failure {
  stage: StageName | 'setup';
  reason: string;
}

interface Run {
  results: Results;
  failures: Failure[];
}

/** Installs a host and runs its stages. */
export async function runHost(host: Host, workbench: Workbench): Promise<Run> {
  const ended: Run = { results: {}, failures: [] };
  const has = listStages(host);
  const attempt = async (stage: StageName, work: () => Promise<unknown>): Promise<boolean> => {
    if (!has.includes(stage)) return false;
    const reason = await work().then(
      () => undefined,
      (error: Error) => error.message,
    );
    ended.results[stage] = reason === undefined ? 'passed' : 'failed';
    if (reason !== undefined) ended.failures.push({ stage, reason });
    return reason === undefined;
  };
  try {
    const folder = await createProject(host, workbench.tarballs, workbench.folder);
    const built = await attempt('build', () => build(host, folder));
    await attempt('types', () => compile(host, folder));
    await attempt('unit test', () => run(host.test ?? [], folder));
    if (built) await serve(host, folder, (site) => visit(host, site, workbench.browser, attempt));
  } catch (error) {
    ended.failures.push({ stage: 'setup', reason: (error as Error).message });
  }
  // Stages that were not reached count as failed.
  for (const stage of has) ended.results[stage] ??= 'failed';
  return ended;
}

async function build({ build: commands = [] }: Host, folder: string): Promise<void> {
  for (const command of commands) await run(command, folder);
}

/** Frameworks generate some types during the build. */
async function compile({ types }: Host, folder: string): Promise<unknown> {
  return types === 'tsc' ? checkTypes(folder) : checkTypesWith(types ?? [], folder);
}

async function serve(
  { serve: served }: Host,
  folder: string,
  use: (site: Site) => Promise<void>,
): Promise<void> {
  if (!served) return;
  const port = await findFreePort();
  const program = 'command' in served ? await listen(served.command, folder, port) : undefined;
  const site = await startSite('folder' in served ? { folder: join(folder, served.folder) } : { port });
  try {
    await use(site);
  } catch (error) {
    throw new Error(`${String(error)}\n${program?.output() ?? ''}`, { cause: error });
  } finally {
    await site.close();
    program?.stop();
  }
}

/** Starts the server of the application and waits until it replies. */
async function listen(command: readonly string[], folder: string, port: number): Promise<Program> {
  const env = { PORT: String(port), HOST: '127.0.0.1', NODE_ENV: 'production' };
  const program = start(command, folder, env);
  let hasEnded = false;
  void program.ended.then(() => (hasEnded = true));
  const answers = () =>
    fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => hasEnded,
    );
  await until(answers, program.output);
  if (hasEnded) throw new Error(program.output());
  return program;
}

type Attempt = (stage: StageName, work: () => Promise<unknown>) => Promise<boolean>;

async function visit({ pages = [] }: Host, site: Site, browser: Browser, attempt: Attempt): Promise<void> {
  await attempt('ssr', () => onEach(pages, (path) => checkMarkup(site.origin + path)));
  const inPage = (work: (visited: Visit) => Promise<void>) => () =>
    onEach(pages, async (path) => {
      const visited = await openVisit(browser, site);
      try {
        await visited.open(path);
        await work(visited);
      } finally {
        await visited.close();
      }
    });
  await attempt(
    'hydrate',
    inPage((visited) => visited.checkHydration()),
  );
  await attempt(
    'submit',
    inPage((visited) => visited.answer()),
  );
}

async function onEach(pages: readonly string[], work: (path: string) => Promise<void>): Promise<void> {
  for (const path of pages) {
    await work(path).catch((error: unknown) => {
      throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    });
  }
}

/** The HTML must contain the elements with their attributes, without attributes for missing values. */
async function checkMarkup(url: string): Promise<void> {
  const markup = await (await fetch(url)).text();
  const expected = [
    '<heed-nps',
    'survey="checkout"',
    'endpoint="/feedback"',
    '<heed-csat',
    'name="satisfaction"',
  ];
  deepStrictEqual(
    expected.filter((part) => !markup.includes(part)),
    [],
    `The server's page lacks a part:\n${markup}`,
  );
  if (/<heed-[^>]*="(false|null|undefined)"/.test(markup))
    throw new Error(`The HTML has an invalid attribute:\n${markup}`);
}
