import { promptPastOf, type RuleResult } from '@heed/core/prompts';
import { createDelay, type Delay } from './delay.ts';
import { pageMemory, type Memory } from './memory.ts';
import { readSettings, type PromptLike, type Settings } from './settings.ts';
import { createTeller, type Happening } from './tell.ts';
import { watchTrigger, type Trigger } from './trigger.ts';
import { createTurn, type Release } from './prompt-lock.ts';
import { listVerdicts } from './verdicts.ts';

export type { RuleResult } from '@heed/core/prompts';
export type { PromptLike } from './settings.ts';
export type { Happening } from './tell.ts';

/** Decides when a prompt opens by itself, and remembers what became of it. */
export interface PromptScheduler {
  /** Every rule with its verdict as of now. */
  explain(): RuleResult[];
  /** @returns false when the device did not keep it: a prompt that opens by itself must then stay closed */
  tell(happening: Happening): boolean;
  /** Takes the turn over all tabs; undefined when another prompt has it. Then `open` is called again in its time. */
  take(): Promise<Release | undefined>;
  /** Forgets what is known of this prompt. */
  forget(): void;
  /** Reads the settings again and begins anew; for a change of one of them. */
  reset(): void;
  /** Judges again; for a change of the traits. */
  check(): void;
  close(): void;
}

/** What these say is waited for. Where another rule says no the moment passes, and is not made up for later. */
const AWAITED: ReadonlySet<string> = new Set(['condition', 'trigger', 'delay', 'turn']);

/**
 * Watches what `when` names, and calls `open` as soon as every rule agrees.
 *
 * @param open resolves when the prompt is open, or was not opened
 */
export function openScheduler(
  prompt: PromptLike,
  open: () => unknown,
  memory: Memory = pageMemory,
): PromptScheduler {
  const { environment } = memory;
  const turn = createTurn(memory);
  let settings: Settings;
  let trigger: Trigger | undefined;
  let delay: Delay;
  let isOpening = false;
  /** It is open, or about to be, by its rules and not by the visitor. */
  let isOurs = false;
  /** The last one to open it. */
  let attempt: Promise<void> | undefined;
  let isClosed = false;

  const explain = (): RuleResult[] =>
    listVerdicts({
      prompt,
      settings,
      environment,
      history: memory.read(),
      isTriggered: trigger?.holds() ?? false,
      delay,
      isQueued: turn.isAwaited,
    });

  /** The rules that keep it closed, besides those that do not count now. */
  const objections = (besides?: RuleResult['rule']): RuleResult['rule'][] =>
    explain()
      .filter(({ ok, rule }) => !ok && rule !== besides)
      .map(({ rule }) => rule);

  const check = (): void => {
    if (isClosed) return;
    if (trigger?.holds()) delay.start();
    else delay.cancel();
    if (!prompt.open && !isOpening) decide(objections());
    prompt.dispatchEvent(new CustomEvent('heed-judged'));
  };
  const decide = (against: readonly string[]): void => {
    if (against.length === 0) attempt = tryToOpen();
    else if (!against.some((rule) => AWAITED.has(rule))) {
      trigger?.miss();
      delay.cancel();
    }
  };

  const tryToOpen = async (): Promise<void> => {
    isOpening = true;
    try {
      await open();
    } finally {
      isOpening = false;
    }
  };

  const take = async (): Promise<Release | undefined> => {
    isOurs = isOpening;
    const taken = await turn.take();
    // The prompt may have waited until the page was free for it.
    if (taken && isOpening && objections('turn').length > 0) {
      taken();
      return undefined;
    }
    if (taken) {
      // What led here is used up, also when the page cancels the showing.
      delay.cancel();
      begin();
    } else if (isOpening) void waitForTurn();
    return taken;
  };
  const waitForTurn = async (): Promise<void> => {
    if (!(await turn.wait())) return;
    // The attempt that was in vain may still be under way, and the next one is to take the turn.
    await Promise.allSettled([attempt]);
    check();
    await Promise.allSettled([attempt]);
    turn.giveBack();
  };

  /** What the visitor has opened stays. */
  const leave = (): void => {
    if (isOurs) prompt.hide?.();
  };

  /** From here on something has to happen before the prompt opens. */
  const begin = (): void => {
    end();
    const { name } = settings.rules;
    delay = createDelay(memory, name, settings.delay, check);
    trigger = settings.when && watchTrigger(settings.when, prompt, memory, check, leave);
    if (settings.delay && memory.read()?.prompts.get(name)?.due !== undefined) trigger?.resume();
  };
  const end = (): void => {
    trigger?.close();
    delay?.close();
  };
  const reset = (): void => {
    delay?.cancel();
    settings = readSettings(prompt);
    drawOnce(memory, settings);
    begin();
    check();
  };

  const unwatch = memory.watch(() => check());
  reset();
  return {
    explain,
    check,
    reset,
    take,
    tell: createTeller(memory, () => settings.rules.name),
    forget() {
      memory.change(({ prompts }) => prompts.delete(settings.rules.name));
      reset();
    },
    close() {
      isClosed = true;
      unwatch();
      end();
      turn.close();
    },
  };
}

/** The same visitors are asked each time: those whose number is below the share, also when the share grows. */
function drawOnce(memory: Memory, { rules: { name, sample } }: Settings): void {
  memory.change((history) => {
    if (sample >= 1) return;
    const past = promptPastOf(history, name);
    past.draw ??= memory.environment.random();
    history.prompts.set(name, past);
  });
}
