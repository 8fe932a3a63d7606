import { startFaultServer } from '@heed/testing/fault-server';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { ALL_CAUSES } from '../../../../client/src/explain/causes.ts';
import type { Host } from '../../host-pages/host-page.ts';
import { runHostPage } from '../../host-pages/run-host-page.ts';
import { openBrowserWindow, type BrowserWindow } from '../../shared/browsers/browser-window.ts';
import { ENGINES } from '../../shared/browsers/engines.ts';
import { CASES, type EndpointCase } from './endpoint-cases.ts';
import { describeWarning, listStatusTexts, type Language } from './expected-texts.ts';

/** Shortens the client's timeout of 30 seconds. */
const SHORT_TIMEOUT = `<script>
  const { timeout } = AbortSignal;
  AbortSignal.timeout = (ms) => timeout.call(AbortSignal, ms === 30_000 ? 300 : ms);
</script>`;

describe.each(ENGINES)('%s', (engine) => {
  let window: BrowserWindow;
  beforeAll(async () => {
    window = await openBrowserWindow(engine);
  });
  afterAll(() => window.close());

  it.for(CASES.filter(({ testedElsewhere }) => !testedElsewhere))('$name', async (scenario) => {
    const server = await startFaultServer();
    const endpoint = scenario.endpoint ?? `${server.origin}/space/feedback`;
    server.space('space').setRules(scenario.rule ? [scenario.rule] : []);
    if (scenario.isDown) await server.listen('refuse');
    try {
      await runHostPage(window, {
        title: scenario.name,
        head: scenario.rule?.hang ? SHORT_TIMEOUT : '',
        ...(scenario.csp && { headers: { 'content-security-policy': scenario.csp } }),
        body: `${renderQuestion('en', endpoint)}${renderQuestion('de', endpoint)}`,
        test: (host) => checkEndpoint(host, scenario, endpoint),
      });
    } finally {
      await server.close();
    }
  });

  it('stores the record when the file with the warnings cannot be loaded', async () => {
    const server = await startFaultServer();
    server.space('space').setRules([{ status: 404 }]);
    try {
      await runHostPage(window, {
        title: 'without warnings',
        body: renderQuestion('en', `${server.origin}/space/feedback`),
        failing: { files: /\/explain-/, how: 'missing' },
        async test(host) {
          await host.click('heed-nps >>> [part=submit]');
          await host.waitUntil(`find('heed-nps').matches(':state(stored)')`);
          await host.restoreFiles('explain-');
          expect(await host.readWarnings()).toEqual([]);
        },
      });
    } finally {
      await server.close();
    }
  });
});

async function checkEndpoint(host: Host, scenario: EndpointCase, endpoint: string): Promise<void> {
  for (const language of ['en', 'de'] as const) {
    const element = `#${language} heed-nps`;
    await host.click(`${element} >>> [part=submit]`);
    await host.waitUntil(`find('${element}').matches(':state(${scenario.shows})')`);
    expect(await readStatus(host, element)).toEqual(listStatusTexts(scenario.shows, language, true));
  }
  const expected = describeWarning(scenario, endpoint, host.origin);
  await host.waitUntil(`captured.warnings.some((text) => text.startsWith('[heed] client'))`);
  expect(await host.readWarnings()).toEqual([expected]);
  await host.run(`Object.defineProperty(navigator, 'onLine', { value: false });`);
  for (const language of ['en', 'de'] as const) {
    const element = `#${language} heed-nps`;
    await host.run(`find('${element}').requestUpdate(); await find('${element}').updateComplete;`);
    expect(await readStatus(host, element)).toEqual(listStatusTexts(scenario.shows, language, false));
  }
}

function readStatus(host: Host, element: string): Promise<[title: string, text: string]> {
  return host.run(`
    const textOf = (part) => find('${element} >>> [part=status-' + part + ']').textContent;
    return [textOf('title'), textOf('text')];`);
}

function renderQuestion(language: Language, endpoint: string): string {
  return `<div id="${language}" lang="${language}"><heed-nps survey="${language}" value="7" endpoint="${endpoint}"></heed-nps></div>`;
}

test('every cause of the client has a case', () => {
  expect(new Set(CASES.map(({ cause }) => cause))).toEqual(new Set(ALL_CAUSES));
});
