import { promptPastOf, type RuleResult } from '@heed/core/prompts';
import { createDelay, type Delay } from './delay.ts';
import { pageMemory, type PromptMemory } from './memory.ts';
import { createPromptLock, type PromptLock, type ReleaseLock } from './prompt-lock.ts';
import { createEventRecorder, type PromptEvent } from './record-event.ts';
import { listRuleResults } from './rule-results.ts';
import { readSettings, type PromptLike, type PromptSettings } from './settings.ts';
import { watchTrigger, type Trigger } from './trigger.ts';

export type { RuleResult } from '@heed/core/prompts';
export type { PromptLike } from './settings.ts';

/**
 * Heed waits for these rules. If any other rule keeps the prompt closed, the moment is missed and not made up for later.
 */
const TEMPORARY_RULES: ReadonlySet<string> = new Set(['condition', 'trigger', 'delay', 'turn']);

/**
 * Answers whether a prompt may open by its rules, and if not, why. Watches what `when` names, and calls `open` once every
 * rule allows it.
 */
export class PromptScheduler {
  readonly #prompt: PromptLike;
  readonly #open: () => unknown;
  readonly #memory: PromptMemory;
  readonly #lock: PromptLock;
  readonly #recordEvent: (event: PromptEvent) => boolean;
  readonly #stopWatchingMemory: () => void;
  #settings: PromptSettings;
  #trigger: Trigger | undefined;
  #delay: Delay | undefined;
  /** The last call of `open`. */
  #attempt: Promise<void> | undefined;
  #isOpening = false;
  /** The prompt is open, or about to open, by its rules and not by `show()`. */
  #isOpenedByRules = false;
  #isClosed = false;

  /** @param open resolves once the prompt is open, or stays closed */
  constructor(prompt: PromptLike, open: () => unknown, memory: PromptMemory = pageMemory) {
    this.#prompt = prompt;
    this.#open = open;
    this.#memory = memory;
    this.#lock = createPromptLock(memory);
    this.#settings = readSettings(prompt);
    this.#recordEvent = createEventRecorder(memory, () => this.#settings.rules.name);
    this.#stopWatchingMemory = memory.watch(() => this.check());
    this.#start();
  }

  /** Returns every rule with its current result. */
  explain(): RuleResult[] {
    return listRuleResults({
      prompt: this.#prompt,
      settings: this.#settings,
      environment: this.#memory.environment,
      history: this.#memory.read(),
      isTriggered: this.#trigger?.isTrue() ?? false,
      delay: this.#delay,
      lock: this.#lock,
    });
  }

  /** Evaluates the rules, and opens the prompt if all of them allow it. Call it when the traits have changed. */
  check(): void {
    if (this.#isClosed) return;
    if (this.#trigger?.isTrue()) this.#delay?.start();
    else this.#delay?.cancel();
    if (!this.#prompt.open && !this.#isOpening) this.#decide(this.#listFailedRules());
    this.#prompt.dispatchEvent(new CustomEvent('heed-checked'));
  }

  /** Records an event. Returns false if the device did not store it; then the prompt must not open automatically. */
  record(event: PromptEvent): boolean {
    return this.#recordEvent(event);
  }

  /**
   * Acquires the lock over all tabs and resets the trigger. Resolves to `undefined` if another prompt has the lock;
   * `open` is then called again once the lock is free.
   */
  async acquireLock(): Promise<ReleaseLock | undefined> {
    this.#isOpenedByRules = this.#isOpening;
    const release = await this.#lock.acquire();
    // The rules may have changed while the prompt waited until it could be seen and used.
    if (release && this.#isOpening && this.#listFailedRules('turn').length > 0) {
      release();
      return undefined;
    }
    if (release) {
      // The moment is used, even if the page cancels the showing.
      this.#delay?.cancel();
      this.#watchTrigger();
    } else if (this.#isOpening) void this.#waitForLock();
    return release;
  }

  /** Deletes the counters of this prompt. */
  forget(): void {
    this.#memory.change(({ prompts }) => prompts.delete(this.#settings.rules.name));
    this.reset();
  }

  /** Reads the settings again and forgets the events that have happened. */
  reset(): void {
    this.#delay?.cancel();
    this.#settings = readSettings(this.#prompt);
    this.#start();
  }

  close(): void {
    this.#isClosed = true;
    this.#stopWatchingMemory();
    this.#stopTrigger();
    this.#lock.close();
  }

  #start(): void {
    drawOnce(this.#memory, this.#settings);
    this.#watchTrigger();
    this.check();
  }

  /** Returns the rules that keep the prompt closed, apart from one that does not count. */
  #listFailedRules(ignored?: RuleResult['rule']): RuleResult['rule'][] {
    return this.explain()
      .filter(({ ok, rule }) => !ok && rule !== ignored)
      .map(({ rule }) => rule);
  }

  #decide(failedRules: readonly string[]): void {
    if (failedRules.length === 0) this.#attempt = this.#tryToOpen();
    else if (!failedRules.some((rule) => TEMPORARY_RULES.has(rule))) {
      this.#trigger?.miss();
      this.#delay?.cancel();
    }
  }

  async #tryToOpen(): Promise<void> {
    this.#isOpening = true;
    try {
      await this.#open();
    } finally {
      this.#isOpening = false;
    }
  }

  async #waitForLock(): Promise<void> {
    if (!(await this.#lock.queue())) return;
    // The failed attempt may not have ended yet. The next attempt acquires the reserved lock.
    await Promise.allSettled([this.#attempt]);
    this.check();
    await Promise.allSettled([this.#attempt]);
    this.#lock.releaseReserved();
  }

  /** From here on, `when` has to become true before the prompt opens. */
  #watchTrigger(): void {
    this.#stopTrigger();
    const { when, delayMs, rules } = this.#settings;
    const check = (): void => this.check();
    this.#delay = createDelay(this.#memory, rules.name, delayMs, check);
    this.#trigger = when && watchTrigger(when, this.#prompt, this.#memory, check, this.#onRouteLeft);
    if (delayMs && this.#memory.read()?.prompts.get(rules.name)?.due !== undefined) this.#trigger?.resume();
  }

  #stopTrigger(): void {
    this.#trigger?.close();
    this.#delay?.close();
  }

  /** A prompt that the user opened stays open. */
  #onRouteLeft = (): void => {
    if (this.#isOpenedByRules) this.#prompt.hide?.();
  };
}

/** The same users are asked each time: those whose number is below the share, also if the share is increased. */
function drawOnce(memory: PromptMemory, { rules: { name, sample } }: PromptSettings): void {
  memory.change((history) => {
    if (sample >= 1) return;
    const past = promptPastOf(history, name);
    past.draw ??= memory.environment.random();
    history.prompts.set(name, past);
  });
}
