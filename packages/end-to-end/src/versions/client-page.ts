/** A page with all builds of the client, on a new origin. */
import type { Browser, JSHandle, Page } from 'puppeteer-core';
import { onTestFinished } from 'vitest';
import type { ClientOptions } from '@heed/client';
import { openSpace, type FaultServer, type RemoteSpace } from '@heed/testing/fault-server';
import { serve } from '../shared/site/serve.ts';
import { buildAll, type BuildName } from './builds.ts';
import type { ListeningClient } from './build-entry.ts';

const HTML = '<!doctype html><html lang="en"><title>Versions</title><script src="/builds.js"></script>';

export interface ClientPage {
  page: Page;
  space: RemoteSpace;
  /** Opens another tab of the same site. */
  openTab(): Promise<Page>;
}

let built: Promise<string> | undefined;
let count = 0;

export async function openClientPage(browser: Browser, server: FaultServer): Promise<ClientPage> {
  const script = await (built ??= buildAll());
  const site = await serve(({ url }, response) => {
    const isScript = url === '/builds.js';
    response.setHeader('content-type', `${isScript ? 'text/javascript' : 'text/html'}; charset=utf-8`);
    response.end(isScript ? script : HTML);
  });
  const tabs: Page[] = [];
  const openTab = async (): Promise<Page> => {
    const tab = await browser.newPage();
    tabs.push(tab);
    await tab.goto(site.origin);
    return tab;
  };
  onTestFinished(async () => {
    await Promise.all(tabs.map((tab) => tab.close()));
    await site.close();
  });
  return { page: await openTab(), openTab, space: openSpace(server.origin, `versions-${++count}`) };
}

/** Starts a client of the given build in the page. */
export function startClient(
  page: Page,
  build: BuildName,
  options: Pick<ClientOptions, 'endpoint' | 'project' | 'maxItems' | 'maxAgeMs'>,
): Promise<JSHandle<ListeningClient>> {
  return page.evaluateHandle((build, options) => builds[build].start(options), build, options);
}

export function submitRecords(
  page: Page,
  client: JSHandle<ListeningClient>,
  count: number,
  partial?: boolean,
): Promise<[id: string, body: string][]> {
  return page.evaluate(
    (client, count, partial) => builds.current.submit(client, count, partial),
    client,
    count,
    partial,
  );
}
