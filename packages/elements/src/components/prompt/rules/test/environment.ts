import { openScheduler, type PromptScheduler, type PromptLike, type RuleResult } from '../scheduler.ts';
import { createMemory, type Memory } from '../memory.ts';
import type { PromptEnvironment } from '../environment.ts';

export const START = Date.UTC(2026, 10, 22, 12);
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const DAY = 24 * 60 * MINUTE;

/** A storage of its own, which can be full or denied. */
export class TestStorage implements Storage {
  [name: string]: unknown;
  readonly rows = new Map<string, string>();
  isFull = false;
  isDenied = false;
  writes = 0;

  get length(): number {
    return this.rows.size;
  }
  clear(): void {
    this.rows.clear();
  }
  key(index: number): string | null {
    return [...this.rows.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.rows.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
    this.writes++;
    this.rows.set(key, value);
  }
  removeItem(key: string): void {
    this.rows.delete(key);
  }
}

let lockSpaces = 0;

/** The browser's own locks, under names that no other page of the tests uses. */
export function createLocks(space = `test-${Date.now()}-${lockSpaces++}`): LockManager {
  const request = (name: string, options: LockOptions, act: LockGrantedCallback<unknown>): Promise<unknown> =>
    navigator.locks.request(`${space}-${name}`, options, act);
  return { request, query: () => navigator.locks.query() } as LockManager;
}

/** A world whose clock stands still until it is moved. */
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

  /** Lets time pass, timer by timer. */
  async pass(ms: number): Promise<void> {
    const end = this.time + ms;
    for (;;) {
      const [next] = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#timers = this.#timers.filter((one) => one !== next);
      this.time = next.at;
      next.act();
      await settled();
    }
    this.time = end;
    await settled();
  }

  /** Sets the clock of the device; nobody waits for that. */
  setClock(time: number): void {
    for (const timer of this.#timers) timer.at += time - this.time;
    this.time = time;
  }

  /** The visitor goes to another tab, or comes back. */
  async show(isInView: boolean): Promise<void> {
    this.isInView = isInView;
    document.dispatchEvent(new Event('visibilitychange'));
    await settled();
  }
}

/** Everything that was put off to a microtask or to the browser's next turn has been done. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

type Settings = Partial<Omit<PromptLike, keyof HTMLElement>>;

/** A prompt as the gate sees it, which opens when it is told to and counts how often. */
export interface TestPrompt {
  readonly element: PromptLike & { open: boolean };
  readonly scheduler: PromptScheduler;
  readonly environment: TestEnvironment;
  readonly memory: Memory;
  /** How often it opened by itself. */
  readonly opened: number;
  hide(): void;
  verdict(rule: RuleResult['rule']): RuleResult;
  /** The rules that keep it closed. */
  closedBy(): RuleResult['rule'][];
}

const prompts: { element: Element; scheduler: PromptScheduler; hide(): void }[] = [];

/** Opens a gate as the element does: takes the turn, tells that it is shown, and opens. */
export function setUp(
  settings: Settings,
  environment = new TestEnvironment(),
  memory = createMemory(environment),
): TestPrompt {
  // Some browsers give each element a function named "when".
  const defaults = { name: 'a', open: false, when: undefined };
  const element = Object.assign(document.createElement('div'), defaults, settings);
  document.body.append(element);
  let opened = 0;
  let release: (() => void) | undefined;
  const open = async (): Promise<void> => {
    release = await scheduler.take();
    if (!release) return;
    if (scheduler.tell('shown')) {
      element.open = true;
      opened++;
    } else release();
  };
  const hide = (): void => {
    element.open = false;
    release?.();
    release = undefined;
  };
  const scheduler = openScheduler(element, open, memory);
  prompts.push({ element, scheduler, hide });
  const verdict = (rule: RuleResult['rule']): RuleResult => {
    const found = scheduler.explain().find((one) => one.rule === rule);
    if (!found) throw new Error(`no verdict of ${rule}`);
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
    verdict,
    closedBy: () =>
      scheduler
        .explain()
        .filter(({ ok }) => !ok)
        .map(({ rule }) => rule),
  };
}

/** Leaves the page: nothing of a prompt goes on. Its memory stays. */
export function leave(): void {
  for (const { element, scheduler, hide } of prompts.splice(0)) {
    hide();
    scheduler.close();
    element.remove();
  }
}

export function t(name: string, detail?: unknown, target: EventTarget = document): void {
  target.dispatchEvent(new CustomEvent(name, { detail }));
}

/** Waits until the browser has answered what it was asked for before, also when that led to another question. */
export async function rested(): Promise<void> {
  for (let round = 0; round < 4; round++) {
    await settled();
    await navigator.locks.request(`round-${round}-${Math.random()}`, () => {});
  }
  await settled();
}
