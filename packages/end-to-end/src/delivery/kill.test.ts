import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSpace, startFaultServer, type FaultServer, type Rule } from '@heed/testing/fault-server';
import { ENGINES, killBrowser, launchBrowser, makeProfile, type Engine } from './browser.ts';
import { startSite, type Site } from './site.ts';
import { until } from './until.ts';

let server: FaultServer;
let site: Site;

beforeAll(async () => {
  [server, site] = await Promise.all([startFaultServer(), startSite()]);
});

afterAll(() => Promise.all([server.close(), site.close()]));

/** What the endpoint does while the browser is killed. */
const FAULTS: [string, Rule][] = [
  ['hangs', { hang: true }],
  ['resets each connection', { reset: 'after' }],
  ['confirms slowly', { delayMs: 300 }],
];

const COUNT = 8;

/** Submits, kills the browser as soon as the records are on the device, and opens the page again. */
async function killAndReturn(engine: Engine, name: string, fault: Rule): Promise<string[]> {
  const space = openSpace(server.origin, name);
  const address = `${site.origin}/?endpoint=${encodeURIComponent(space.endpoint)}`;
  const profile = makeProfile();
  await space.script(fault);
  const first = await launchBrowser(engine, profile.path);
  const page = await first.newPage();
  await page.goto(address);
  const ids = await page.evaluate((count) => delivery.submit(count), COUNT);
  await killBrowser(first);
  await space.script();
  const second = await launchBrowser(engine, profile.path);
  try {
    const again = await second.newPage();
    await again.goto(address);
    await until(async () => (await space.heldKeys()).size >= ids.length);
    await until(async () => (await again.evaluate(() => delivery.client.pending())).length === 0);
  } finally {
    await second.close();
    profile.remove();
  }
  return ids;
}

describe.each(ENGINES)('%s killed right after the records were accepted', (engine) => {
  it.each(FAULTS)('delivers each once although the endpoint %s', async (description, fault) => {
    const name = `${engine}-${description.replaceAll(' ', '-')}`;
    const ids = await killAndReturn(engine, name, fault);
    expect(ids).toHaveLength(COUNT);
    const { log } = server.space(name);
    const whole = log.filter(({ isWhole, bytes }) => isWhole && bytes > 0);
    // A receiver that stores by key holds the keys submitted, each once, because all copies have the same bytes.
    expect(new Set(whole.map(({ key }) => key))).toEqual(new Set(ids));
    expect(new Set(whole.map(({ key, sha256 }) => `${key} ${sha256}`)).size).toBe(COUNT);
    expect(whole.length).toBeLessThanOrEqual(3 * COUNT);
  });
});
