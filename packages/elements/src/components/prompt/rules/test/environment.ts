import { PromptScheduler, type PromptLike, type RuleResult } from '../scheduler.ts';
import { PromptMemory } from '../memory.ts';
import type { PromptEnvironment } from '../environment.ts';

export const START = Date.UTC(2026, 10, 22, 12);
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const DAY = 24 * 60 * MINUTE;

/** In-memory storage that can be full or denied. */
export class TestStorage implements Storage {
  [name: string]: unknown;
  readonly entries = new Map<string, string>();
  isFull = false;
  isDenied = false;
  writes = 0;

  get length(): number {
    return this.entries.size;
  }
  clear(): void {
    this.entries.clear();
  }
  key(index: number): string | null {
    return [...this.entries.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
    this.writes++;
    this.entries.set(key, value);
  }
  removeItem(key: string): void {
    this.entries.delete(key);
  }
}

let lockSpaces = 0;

/** Returns Web Locks with names that no other test page uses. */
export function createLocks(space = `test-${Date.now()}-${lockSpaces++}`): LockManager {
  const request = (name: string, options: LockOptions, act: LockGrantedCallback<unknown>): Promise<unknown> =>
    navigator.locks.request(`${space}-${name}`, options, act);
  return { request, query: () => navigator.locks.query() } as LockManager;
}

/** An environment with a clock that tests advance. */
export class TestEnvironment implements PromptEnvironment {
  time = START;
  draw = 0;
  isInView = true;
  locks: LockManager | undefined = createLocks();
  readonly #storage: Storage;
  #timers: { at: number; act: () => void }[] = [];

  constructor(storage: Storage = new TestStorage()) {
    this.#storage = storage;
  }
  get storage(): Storage {
    if ((this.#storage as TestStorage).isDenied) throw new DOMException('denied', 'SecurityError');
    return this.#storage;
  }
  now = (): number => this.time;
  random = (): number => this.draw;
  isVisible = (): boolean => this.isInView;
  wait = (ms: number, act: () => void): (() => void) => {
    const timer = { at: this.time + ms, act };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer);
    };
  };

  /** Advances the clock and fires the timers in order. */
  async pass(ms: number): Promise<void> {
    const end = this.time + ms;
    for (;;) {
      const [next] = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#timers = this.#timers.filter((one) => one !== next);
      this.time = next.at;
      next.act();
      await nextTask();
    }
    this.time = end;
    await nextTask();
  }

  /** Sets the clock of the device without firing timers. */
  setClock(time: number): void {
    for (const timer of this.#timers) timer.at += time - this.time;
    this.time = time;
  }

  /** Switches to another tab, or back. */
  async show(isInView: boolean): Promise<void> {
    this.isInView = isInView;
    document.dispatchEvent(new Event('visibilitychange'));
    await nextTask();
  }
}

/** Resolves in a new task, after all pending microtasks and timers without a delay. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

type Settings = Partial<Omit<PromptLike, keyof HTMLElement>>;

/** A prompt for the scheduler that counts how often it opens. */
export interface TestPrompt {
  readonly element: PromptLike & { open: boolean };
  readonly scheduler: PromptScheduler;
  readonly environment: TestEnvironment;
  readonly memory: PromptMemory;
  /** How often it opened by its rules. */
  readonly opened: number;
  hide(): void;
  result(rule: RuleResult['rule']): RuleResult;
  /** Returns the rules that keep it closed. */
  failedRules(): RuleResult['rule'][];
}

const prompts: { element: Element; scheduler: PromptScheduler; hide(): void }[] = [];

/** Starts a scheduler that opens the prompt as the element does: acquires the lock, records the showing, opens. */
export function setUp(
  settings: Settings,
  environment = new TestEnvironment(),
  memory = new PromptMemory(environment),
): TestPrompt {
  // In some browsers, elements have a method named "when".
  const defaults = { name: 'a', open: false, when: undefined };
  const element = Object.assign(document.createElement('div'), defaults, settings);
  document.body.append(element);
  let opened = 0;
  let release: (() => void) | undefined;
  const open = async (): Promise<void> => {
    release = await scheduler.acquireLock();
    if (!release) return;
    if (scheduler.record('shown')) {
      element.open = true;
      opened++;
    } else release();
  };
  const hide = (): void => {
    element.open = false;
    release?.();
    release = undefined;
  };
  const scheduler = new PromptScheduler(element, open, memory);
  prompts.push({ element, scheduler, hide });
  const result = (rule: RuleResult['rule']): RuleResult => {
    const found = scheduler.explain().find((one) => one.rule === rule);
    if (!found) throw new Error(`no result of ${rule}`);
    return found;
  };
  return {
    element,
    scheduler,
    environment,
    memory,
    get opened() {
      return opened;
    },
    hide,
    result,
    failedRules: () =>
      scheduler
        .explain()
        .filter(({ ok }) => !ok)
        .map(({ rule }) => rule),
  };
}

/** Simulates leaving the page: removes all prompts and keeps their memory. */
export function leavePage(): void {
  for (const { element, scheduler, hide } of prompts.splice(0)) {
    hide();
    scheduler.close();
    element.remove();
  }
}

export function dispatch(name: string, detail?: unknown, target: EventTarget = document): void {
  target.dispatchEvent(new CustomEvent(name, { detail }));
}

/** Resolves once all pending lock requests are settled, including those made meanwhile. */
export async function untilIdle(): Promise<void> {
  for (let round = 0; round < 4; round++) {
    await nextTask();
    await navigator.locks.request(`round-${round}-${Math.random()}`, () => {});
  }
  await nextTask();
}
