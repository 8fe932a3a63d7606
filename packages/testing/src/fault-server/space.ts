import type { Behaviour, LogEntry, Rule } from './behaviour.ts';

/** What one test has of the server: its own rules and log, so that tests in several browsers do not meet. */
export class Space {
  readonly log: LogEntry[] = [];
  #rules: Rule[] = [];

  setRules(rules: Rule[]): void {
    this.#rules = rules.map((rule) => ({ ...rule }));
  }

  /** Uses up one of the rule's `times`, except for a preflight, which is not the request itself. */
  findBehaviour(key: string | null, isPreflight: boolean): Behaviour {
    const rule = this.#rules.find(
      (rule) => (rule.times ?? 1) > 0 && (isPreflight || !rule.key || rule.key === key),
    );
    if (rule?.times !== undefined && !isPreflight) rule.times--;
    return rule ?? {};
  }
}
