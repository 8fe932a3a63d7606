import { startFaultServer } from '@heed/testing/fault-server';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { ALL_CAUSES } from '../../../../client/src/explain/causes.ts';
import type { Host } from '../../host-pages/host.ts';
import { visit } from '../../host-pages/host.ts';
import { ENGINES, openWindow, type Window } from '../../window/window.ts';
import { readPage } from '../report/page.ts';
import { CASES, type EndpointCase } from './cases.ts';
import { consoleOf, wordsOf, type Language } from './describe.ts';
import { listLines, renderTables } from './table.ts';

/** The reply is late at once. */
const IMPATIENT = `<script>
  const { timeout } = AbortSignal;
  AbortSignal.timeout = (ms) => timeout.call(AbortSignal, ms === 30_000 ? 300 : ms);
</script>`;

describe.each(ENGINES)('%s', (engine) => {
  let window: Window;
  beforeAll(async () => {
    window = await openWindow(engine);
  });
  afterAll(() => window.close());

  it.for(CASES.filter(({ elsewhere }) => !elsewhere))('$name', async (scenario) => {
    const server = await startFaultServer();
    const endpoint = scenario.endpoint ?? `${server.origin}/space/feedback`;
    server.space('space').setRules(scenario.rule ? [scenario.rule] : []);
    if (scenario.isDown) await server.listen('refuse');
    try {
      await visit(window, {
        title: scenario.name,
        head: scenario.rule?.hang ? IMPATIENT : '',
        ...(scenario.csp && { headers: { 'content-security-policy': scenario.csp } }),
        body: `${questionIn('en', endpoint)}${questionIn('de', endpoint)}`,
        act: (host) => play(host, scenario, endpoint),
      });
    } finally {
      await server.close();
    }
  });

  it('saves the record when the file of the warnings cannot be loaded', async () => {
    const server = await startFaultServer();
    server.space('space').setRules([{ status: 404 }]);
    try {
      await visit(window, {
        title: 'without warnings',
        body: questionIn('en', `${server.origin}/space/feedback`),
        broken: { files: /\/explain-/, how: 'missing' },
        async act(host) {
          await host.click('heed-nps >>> [part=submit]');
          await host.until(`find('heed-nps').matches(':state(stored)')`);
          await host.mend('explain-');
          expect(await host.warnings()).toEqual([]);
        },
      });
    } finally {
      await server.close();
    }
  });
});

async function play(host: Host, scenario: EndpointCase, endpoint: string): Promise<void> {
  for (const language of ['en', 'de'] as const) {
    const element = `#${language} heed-nps`;
    await host.click(`${element} >>> [part=submit]`);
    await host.until(`find('${element}').matches(':state(${scenario.shows})')`);
    expect(await read(host, element)).toEqual(wordsOf(scenario.shows, language, true));
  }
  const expected = consoleOf(scenario, endpoint, host.origin);
  await host.until(`heard.warnings.some((text) => text.startsWith('[heed] client'))`);
  expect(await host.warnings()).toEqual([expected]);
  await host.run(`Object.defineProperty(navigator, 'onLine', { value: false });`);
  for (const language of ['en', 'de'] as const) {
    const element = `#${language} heed-nps`;
    await host.run(`find('${element}').requestUpdate(); await find('${element}').updateComplete;`);
    expect(await read(host, element)).toEqual(wordsOf(scenario.shows, language, false));
  }
}

function read(host: Host, element: string): Promise<[title: string, text: string]> {
  return host.run(`
    const textOf = (part) => find('${element} >>> [part=status-' + part + ']').textContent;
    return [textOf('title'), textOf('text')];`);
}

function questionIn(language: Language, endpoint: string): string {
  return `<div id="${language}" lang="${language}"><heed-nps survey="${language}" value="7" endpoint="${endpoint}"></heed-nps></div>`;
}

test('every cause that the client knows has a case', () => {
  expect(new Set(CASES.map(({ cause }) => cause))).toEqual(new Set(ALL_CAUSES));
});

test('the page of the scenarios shows the current texts', async () => {
  // When this fails: pnpm --filter @heed/end-to-end run faults:write
  expect(listLines(readPage())).toEqual(listLines(renderTables()));
});
