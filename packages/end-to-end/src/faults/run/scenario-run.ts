import type { FaultServer, Rule, Space } from '@heed/testing/fault-server';
import { startFaultServer } from '@heed/testing/fault-server';
import type { Engine } from '../../shared/browsers/engines.ts';
import type { Browser, Tab } from '../browsers/browser.ts';
import { INSECURE_HOST } from '../../shared/browsers/launch.ts';
import type { PageConfig, Report } from '../page/page-api.ts';
import type { PageSettings, Scenario, ScenarioRule, Step } from '../scenario.ts';
import { Records, type TestRecord } from './records.ts';
import type { PooledBrowser, BrowserPool } from './browser-pool.ts';

let runs = 0;

interface OpenTab {
  tab: Tab;
  page: PageSettings;
  isFrozen: boolean;
}

/** One run of a scenario in one engine: its tabs, browser, server and records. */
export class ScenarioRun {
  readonly scenario: Scenario;
  readonly engine: Engine;
  readonly server: FaultServer;
  readonly space: Space;
  readonly records: Records;
  /** Ids of the records that `submit()` reported as stored on disk. */
  readonly promised = new Set<string>();
  /** Errors in the pages, and unexpected results of steps. */
  readonly problems = new Set<string>();
  readonly #id: string;
  readonly #pool: BrowserPool;
  readonly #pooledBrowser: PooledBrowser;
  readonly #tabs = new Map<string, OpenTab>();
  readonly #queues = new Set<string>();
  #hasBrowser = true;
  /** The time in all pages, which changes only in steps. */
  #now = Date.now();

  private constructor(
    id: string,
    scenario: Scenario,
    engine: Engine,
    pool: BrowserPool,
    pooled: PooledBrowser,
    server: FaultServer,
  ) {
    this.#id = id;
    this.scenario = scenario;
    this.engine = engine;
    this.#pool = pool;
    this.#pooledBrowser = pooled;
    this.server = server;
    this.space = server.space(id);
    this.records = new Records(this.#now);
    this.records.createAll(scenario);
    this.setRules(scenario.rules ?? []);
    pool.site.runs.set(id, { server, onReport: (report) => this.#handleReport(report) });
  }

  static async start(scenario: Scenario, engine: Engine, pool: BrowserPool): Promise<ScenarioRun> {
    const pooled = await pool.acquire(engine, scenario.steps.some(needsDedicatedBrowser));
    return new ScenarioRun(`run${++runs}`, scenario, engine, pool, pooled, await startFaultServer());
  }

  async end(): Promise<void> {
    await Promise.all([...this.#tabs.values()].map(({ tab }) => tab.close().catch(() => {})));
    await this.#pooledBrowser.release();
    await this.server.close();
    this.#pool.site.runs.delete(this.#id);
  }

  /** Returns tabs by name, except those that cannot reply because they are frozen. */
  tabs(names: readonly string[] = [...this.#tabs.keys()]): Tab[] {
    return names.flatMap((name) => {
      const found = this.#tabs.get(name);
      if (!found) throw new Error(`no tab "${name}" is open`);
      return found.isFrozen ? [] : found.tab;
    });
  }

  /** Opens a page of the site in the tab with this name, or in a new one. */
  async open(name: string, page: PageSettings = this.#tabs.get(name)?.page ?? this.scenario.page ?? {}) {
    const browser = await this.#getBrowser();
    const tab = this.#tabs.get(name)?.tab ?? (await browser.openTab());
    this.#tabs.set(name, { tab, page, isFrozen: false });
    await tab.goto(this.#getPageUrl(page));
  }

  async closeTab(name: string): Promise<void> {
    const [tab] = this.tabs([name]);
    this.#tabs.delete(name);
    await tab?.close();
  }

  async setFrozen(name: string, isFrozen: boolean): Promise<void> {
    const found = this.#tabs.get(name);
    if (!found?.tab.setFrozen) throw new Error(`${this.engine} cannot freeze a tab`);
    found.isFrozen = isFrozen;
    await found.tab.setFrozen(isFrozen);
  }

  /** Ends a tab without closing it. */
  async crashTab(name: string): Promise<void> {
    const [tab] = this.tabs([name]);
    this.#tabs.delete(name);
    await tab?.crash?.();
  }

  async endBrowser(how: 'kill' | 'quit'): Promise<void> {
    const { browser } = this.#pooledBrowser;
    this.#hasBrowser = false;
    this.#tabs.clear();
    await (how === 'kill' ? browser.kill?.() : browser.close());
  }

  setRules(rules: readonly ScenarioRule[]): void {
    const expand = ({ group, ...rule }: ScenarioRule): Rule[] =>
      group ? this.records.inGroup(group).map(({ id }) => ({ ...rule, key: id })) : [rule];
    this.space.setRules(rules.flatMap(expand));
  }

  async advance(ms: number): Promise<void> {
    this.#now += ms;
    await Promise.all(this.tabs().map((tab) => tab.call('advance', ms)));
  }

  /** Advances the time to the next timer, in the tabs without pending requests. */
  async advanceToNextTimer(): Promise<void> {
    const tabs = this.tabs();
    const timers = await Promise.all(tabs.map((tab) => tab.call('nextTimerMs')));
    const ms = Math.min(...timers.flatMap((timer) => timer ?? []));
    if (ms === Infinity) return;
    const advanced = await Promise.all(tabs.map((tab) => tab.call('advanceIfIdle', ms)));
    if (advanced.includes(true)) this.#now += ms;
  }

  /** Returns the URL of another page of the site or of another site. Neither page has a client. */
  getUrl(to: 'same site' | 'cross site'): string {
    const { origin } = this.#pool.site;
    return `${to === 'same site' ? origin : origin.replace('127.0.0.1', 'localhost')}/away`;
  }

  /** Returns the state of each entry on the device by id, over all queues, as read by a page without a client. */
  async readStoredEntries(): Promise<Map<string, string>> {
    const inspector = await this.#getInspector();
    const queues = await Promise.all([...this.#queues].map((queue) => inspector.call('readEntries', queue)));
    // An entry with an empty id is a pause that the endpoint asked for.
    const entries = queues.flat().filter(({ id }) => id);
    return new Map(entries.map(({ id, state }) => [id, state ?? 'waiting']));
  }

  /** Writes the scenario's initial entries to the device. */
  async writeInitialEntries(): Promise<void> {
    const queue = `heed:${this.#id}`;
    const inspector = await this.#getInspector();
    for (const { group, entries } of this.scenario.initialEntries ?? []) {
      const records = this.records.take(group, entries.length);
      const values = records.map((record, index): [string, unknown] => [
        record.id,
        toEntry(entries[index], record),
      ]);
      await inspector.call('writeEntries', queue, values);
    }
  }

  async setDatabaseBlocked(isBlocked: boolean): Promise<void> {
    const inspector = await this.#getInspector();
    await (isBlocked
      ? inspector.call('blockDatabase', `heed:${this.#id}`)
      : inspector.call('unblockDatabase'));
  }

  #handleReport({ receipt, problem }: Report): void {
    if (receipt?.result === 'disk') this.promised.add(receipt.id);
    if (problem) this.problems.add(problem);
  }

  async #getBrowser(): Promise<Browser> {
    if (!this.#hasBrowser) await this.#pooledBrowser.restart();
    this.#hasBrowser = true;
    return this.#pooledBrowser.browser;
  }

  async #getInspector(): Promise<Tab> {
    await this.#getBrowser();
    return this.#pooledBrowser.openInspector(this.#getOrigin(this.scenario.page));
  }

  #getOrigin({ isInsecure }: PageSettings = {}): string {
    const { origin } = this.#pool.site;
    return isInsecure ? origin.replace('127.0.0.1', INSECURE_HOST) : origin;
  }

  #getPageUrl({ csp, isInsecure = false, ...settings }: PageSettings): string {
    for (const queue of settings.queues ?? ['']) this.#queues.add(`heed:${this.#id}${queue}`);
    const origin = this.#getOrigin({ isInsecure });
    const config: PageConfig = {
      run: this.#id,
      settings,
      endpoints: {
        'cross origin': `${this.server.origin}/${this.#id}/feedback`,
        'same origin': `${origin}/${this.#id}/feedback`,
        'wrong path': `${this.server.origin}/${this.#id}/wrong`,
        'unknown host': 'http://heed.invalid/feedback',
      },
      now: this.#now + (settings.clockOffsetMs ?? 0),
    };
    const query = new URLSearchParams({ config: JSON.stringify(config), ...(csp && { csp }) });
    return `${origin}/?${query}`;
  }
}

/** Steps that end the browser or limit a whole site, which would disturb other scenarios in the same browser. */
const DISRUPTIVE_STEPS: readonly Step['do'][] = [
  'kill',
  'quit',
  'set quota',
  'clear site data',
  'block database',
];

function needsDedicatedBrowser(step: Step): boolean {
  if (step.do === 'repeat') return step.steps.some(needsDedicatedBrowser);
  return DISRUPTIVE_STEPS.includes(step.do);
}

function toEntry(entry: unknown, { body }: TestRecord): unknown {
  return entry === 'record' ? { v: 1, body, at: 0, tries: 0 } : entry;
}
