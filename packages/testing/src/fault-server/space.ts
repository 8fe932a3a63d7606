import type { Behaviour, LogEntry, Probe, Rule } from './behaviour.ts';

/** What a rule looks at. */
export interface Asked {
  key: string | null;
  path: string;
  headers: Record<string, string>;
}

/** What one test has of the server: its own rules and log, so that tests in several browsers do not meet. */
export class Space {
  readonly log: LogEntry[] = [];
  readonly probes: Probe[] = [];
  /** How many came so far. */
  preflights = 0;
  #rules: Rule[] = [];

  setRules(rules: readonly Rule[]): void {
    this.#rules = rules.map((rule) => ({ ...rule }));
  }

  /** The first rule that fits a request; uses up one of its `times`. */
  takeBehaviour(asked: Asked): Behaviour {
    const rule = this.#rules.find(
      (rule) =>
        isOpen(rule, asked.path) &&
        (!rule.key || rule.key === asked.key) &&
        !(rule.unless && asked.headers[rule.unless[0]] === rule.unless[1]),
    );
    if (rule?.times !== undefined) rule.times--;
    return rule ?? {};
  }

  /** The first rule that may fit the request that a preflight asks for. It knows no key and no value of a header. */
  findPreflightBehaviour(path: string): Behaviour {
    this.preflights++;
    return this.findBehaviour(path);
  }

  /** The first rule for this path. Uses up nothing. */
  findBehaviour(path: string): Behaviour {
    return this.#rules.find((rule) => isOpen(rule, path)) ?? {};
  }

  /** The keys of what a receiver that stores by key holds. */
  get heldKeys(): Set<string> {
    return heldKeysOf(this.log);
  }
}

export function heldKeysOf(log: readonly LogEntry[]): Set<string> {
  return new Set(log.flatMap(({ isHeld, key, id }) => (isHeld && (key ?? id)) || []));
}

function isOpen({ times = 1, path: end = '' }: Rule, path: string): boolean {
  return times > 0 && path.endsWith(end);
}
