import type { FaultServer, Rule, Space } from '@heed/testing/fault-server';
import { startFaultServer } from '@heed/testing/fault-server';
import type { Browser, Tab } from '../engines/engine.ts';
import { INSECURE_HOST } from '../../delivery/browser.ts';
import type { PageTask, Report } from '../page/types.ts';
import type { Engine, PageSettings, Scenario, ScenarioRule, Step } from '../scenario.ts';
import { Records, type TestRecord } from './records.ts';
import type { Seat, Stage } from './stage.ts';

let runs = 0;

interface OpenTab {
  tab: Tab;
  page: PageSettings;
  isFrozen: boolean;
}

/** One scenario in one engine, while it is played: what there is, and how to reach it. */
export class Run {
  readonly scenario: Scenario;
  readonly engine: Engine;
  readonly server: FaultServer;
  readonly space: Space;
  readonly records: Records;
  /** Ids that `submit()` promised to keep on the device. */
  readonly promised = new Set<string>();
  /** What went wrong in the pages, and where the client did not do what a step expects. */
  readonly problems = new Set<string>();
  readonly #id: string;
  readonly #stage: Stage;
  readonly #seat: Seat;
  readonly #tabs = new Map<string, OpenTab>();
  readonly #queues = new Set<string>();
  #hasBrowser = true;
  /** The time in all pages, which stands still between the steps. */
  #now = Date.now();

  private constructor(
    id: string,
    scenario: Scenario,
    engine: Engine,
    stage: Stage,
    seat: Seat,
    server: FaultServer,
  ) {
    this.#id = id;
    this.scenario = scenario;
    this.engine = engine;
    this.#stage = stage;
    this.#seat = seat;
    this.server = server;
    this.space = server.space(id);
    this.records = new Records(this.#now);
    this.records.foresee(scenario);
    this.setRules(scenario.rules ?? []);
    stage.site.guests.set(id, { server, hear: (report) => this.#hear(report) });
  }

  static async start(scenario: Scenario, engine: Engine, stage: Stage): Promise<Run> {
    const seat = await stage.takeSeat(engine, scenario.steps.some(endsBrowser));
    return new Run(`run${++runs}`, scenario, engine, stage, seat, await startFaultServer());
  }

  async end(): Promise<void> {
    await Promise.all([...this.#tabs.values()].map(({ tab }) => tab.close().catch(() => {})));
    await this.#seat.leave();
    await this.server.close();
    this.#stage.site.guests.delete(this.#id);
  }

  /** Tabs by name, but for those that do not answer because they are frozen. */
  tabs(names: readonly string[] = [...this.#tabs.keys()]): Tab[] {
    return names.flatMap((name) => {
      const found = this.#tabs.get(name);
      if (!found) throw new Error(`no tab "${name}" is open`);
      return found.isFrozen ? [] : found.tab;
    });
  }

  /** Opens a page of the site in a new tab, or in the one that has the name. */
  async open(name: string, page: PageSettings = this.#tabs.get(name)?.page ?? this.scenario.page ?? {}) {
    const browser = await this.#browser();
    const tab = this.#tabs.get(name)?.tab ?? (await browser.openTab());
    this.#tabs.set(name, { tab, page, isFrozen: false });
    await tab.goto(this.#addressOf(page));
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

  /** The tab is gone, but nobody has closed it. */
  async crashTab(name: string): Promise<void> {
    const [tab] = this.tabs([name]);
    this.#tabs.delete(name);
    await tab?.crash?.();
  }

  async endBrowser(how: 'kill' | 'quit'): Promise<void> {
    const { browser } = this.#seat;
    this.#hasBrowser = false;
    this.#tabs.clear();
    await (how === 'kill' ? browser.kill?.() : browser.close());
  }

  setRules(rules: readonly ScenarioRule[]): void {
    const expand = ({ group, ...rule }: ScenarioRule): Rule[] =>
      group ? this.records.of(group).map(({ id }) => ({ ...rule, key: id })) : [rule];
    this.space.setRules(rules.flatMap(expand));
  }

  async pass(ms: number): Promise<void> {
    this.#now += ms;
    await Promise.all(this.tabs().map((tab) => tab.call('pass', ms)));
  }

  /** Lets time pass up to the next timer, in the tabs that have no request under way. */
  async passToNextTimer(): Promise<void> {
    const tabs = this.tabs();
    const timers = await Promise.all(tabs.map((tab) => tab.call('nextTimerMs')));
    const ms = Math.min(...timers.flatMap((timer) => timer ?? []));
    if (ms === Infinity) return;
    const passed = await Promise.all(tabs.map((tab) => tab.call('passIfIdle', ms)));
    if (passed.includes(true)) this.#now += ms;
  }

  /** The address of another page of the site, or of another site; neither has a client. */
  awayFrom(to: 'own site' | 'other site'): string {
    const { origin } = this.#stage.site;
    return `${to === 'own site' ? origin : origin.replace('127.0.0.1', 'localhost')}/away`;
  }

  /** What lies on the device, over all queues: states by id. Read by a page without a client. */
  async readDevice(): Promise<Map<string, string>> {
    const inspector = await this.#inspector();
    const queues = await Promise.all([...this.#queues].map((queue) => inspector.call('readRows', queue)));
    // Without an id: a pause that the endpoint asked for.
    const rows = queues.flat().filter(({ id }) => id);
    return new Map(rows.map(({ id, state }) => [id, state ?? 'waiting']));
  }

  /** Puts the rows that the scenario wants on the device. */
  async prepareDevice(): Promise<void> {
    const queue = `heed:${this.#id}`;
    const inspector = await this.#inspector();
    for (const { group, rows } of this.scenario.device ?? []) {
      const records = this.records.take(group, rows.length);
      const values = records.map((record, index): [string, unknown] => [
        record.id,
        toRow(rows[index], record),
      ]);
      await inspector.call('writeRows', queue, values);
    }
  }

  async setBlocked(isBlocked: boolean): Promise<void> {
    const inspector = await this.#inspector();
    await (isBlocked
      ? inspector.call('blockDatabase', `heed:${this.#id}`)
      : inspector.call('unblockDatabase'));
  }

  #hear({ receipt, problem }: Report): void {
    if (receipt?.gives === 'disk') this.promised.add(receipt.id);
    if (problem) this.problems.add(problem);
  }

  async #browser(): Promise<Browser> {
    if (!this.#hasBrowser) await this.#seat.restart();
    this.#hasBrowser = true;
    return this.#seat.browser;
  }

  async #inspector(): Promise<Tab> {
    await this.#browser();
    return this.#seat.inspect(this.#originOf(this.scenario.page));
  }

  #originOf({ isInsecure }: PageSettings = {}): string {
    const { origin } = this.#stage.site;
    return isInsecure ? origin.replace('127.0.0.1', INSECURE_HOST) : origin;
  }

  #addressOf({ csp, isInsecure = false, ...settings }: PageSettings): string {
    for (const queue of settings.queues ?? ['']) this.#queues.add(`heed:${this.#id}${queue}`);
    const origin = this.#originOf({ isInsecure });
    const task: PageTask = {
      run: this.#id,
      settings,
      endpoints: {
        'other origin': `${this.server.origin}/${this.#id}/feedback`,
        'own origin': `${origin}/${this.#id}/feedback`,
        'wrong path': `${this.server.origin}/${this.#id}/wrong`,
        'no such host': 'http://heed.invalid/feedback',
      },
      now: this.#now + (settings.clockMs ?? 0),
    };
    const query = new URLSearchParams({ task: JSON.stringify(task), ...(csp && { csp }) });
    return `${origin}/?${query}`;
  }
}

/** A browser that others use cannot be ended, and what limits a whole site disturbs them as well. */
function endsBrowser(step: Step): boolean {
  if (step.do === 'repeat') return step.steps.some(endsBrowser);
  return ['kill', 'quit', 'quota', 'clear site data', 'block the database'].includes(step.do);
}

function toRow(row: unknown, { body }: TestRecord): unknown {
  return row === 'a record' ? { v: 1, body, at: 0, tries: 0 } : row;
}
