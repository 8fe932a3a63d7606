import type { Socket } from 'node:net';
import type { Behaviour, LogEntry, Probe, Rule } from './behaviour.ts';

/** The parts of a request that rules match. */
export interface RequestHead {
  key: string | null;
  path: string;
  headers: Record<string, string>;
}

/** The rules and the log of one test, so that tests in several browsers can share the server. */
export class Space {
  readonly log: LogEntry[] = [];
  readonly probes: Probe[] = [];
  /** The connections of requests without a reply. */
  readonly hanging = new Set<Socket>();
  /** The number of preflights so far. */
  preflights = 0;
  #rules: Rule[] = [];

  /** Closes the connections of requests without a reply. */
  release(): void {
    for (const socket of this.hanging) socket.destroy();
    this.hanging.clear();
  }

  setRules(rules: readonly Rule[]): void {
    this.#rules = rules.map((rule) => ({ ...rule }));
  }

  /** Returns the first rule that matches a request, and subtracts one from its `times`. */
  takeBehaviour(request: RequestHead): Behaviour {
    const rule = this.#rules.find(
      (rule) =>
        appliesTo(rule, request.path) &&
        (!rule.key || rule.key === request.key) &&
        !(rule.unless && request.headers[rule.unless[0]] === rule.unless[1]),
    );
    if (rule?.times !== undefined) rule.times--;
    return rule ?? {};
  }

  /** Returns the first rule that may match the request after a preflight, which has no key and no header values. */
  findPreflightBehaviour(path: string): Behaviour {
    this.preflights++;
    return this.findBehaviour(path);
  }

  /** Returns the first rule for a path, without changing its `times`. */
  findBehaviour(path: string): Behaviour {
    return this.#rules.find((rule) => appliesTo(rule, path)) ?? {};
  }

  /** The keys of the stored records. */
  get heldKeys(): Set<string> {
    return heldKeysOf(this.log);
  }
}

export function heldKeysOf(log: readonly LogEntry[]): Set<string> {
  return new Set(log.flatMap(({ isHeld, key, id }) => (isHeld && (key ?? id)) || []));
}

function appliesTo({ times = 1, path: end = '' }: Rule, path: string): boolean {
  return times > 0 && path.endsWith(end);
}
