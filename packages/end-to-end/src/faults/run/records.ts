/** The records of a run: made here and not in the page, so that the oracle knows each byte before it is sent. */
import { createHash, randomBytes } from 'node:crypto';
import { createRecord } from '@heed/core';
import { RECORDS, type Group, type Scenario, type Step } from '../scenario.ts';

export interface TestRecord {
  id: string;
  /** JSON, as it must arrive. */
  body: string;
  sha256: string;
}

interface Content {
  text?: string | undefined;
  bytes?: number | undefined;
}

export class Records {
  readonly #groups = new Map<Group, { made: TestRecord[]; taken: number }>();
  #now: number;

  /** @param now the time of the first record; the next ones follow by the millisecond, so their ids are in order */
  constructor(now: number) {
    this.#now = now;
  }

  /** Makes the records that rules speak of before they are submitted. */
  foresee({ steps }: Scenario): void {
    for (const [group, step] of steps.flatMap(readGroup))
      this.#find(group, this.of(group).length + (step.count ?? 1), step);
  }

  /** The next records of a group, made when they are not there yet. */
  take(group: Group, count: number, content: Content = {}): TestRecord[] {
    const entry = this.#entry(group);
    const end = entry.taken + count;
    const taken = this.#find(group, end, content).slice(entry.taken, end);
    entry.taken = end;
    return taken;
  }

  /** All that were made so far. */
  of(group: Group): TestRecord[] {
    return this.#entry(group).made;
  }

  groups(): Group[] {
    return [...this.#groups.keys()];
  }

  all(): TestRecord[] {
    return [...this.#groups.values()].flatMap(({ made }) => made);
  }

  #entry(group: Group): { made: TestRecord[]; taken: number } {
    const entry = this.#groups.get(group) ?? { made: [], taken: 0 };
    this.#groups.set(group, entry);
    return entry;
  }

  #find(group: Group, count: number, content: Content): TestRecord[] {
    const { made } = this.#entry(group);
    while (made.length < count) made.push(makeRecord(this.#now++, content));
    return made;
  }
}

/** Steps that bring records, but for those that are played again and again: they make theirs as they go. */
function readGroup(step: Step): [Group, Content & { count?: number }][] {
  const brings = (step.do === 'submit' && !step.again) || step.do === 'leave';
  return brings ? [[step.group ?? RECORDS, step]] : [];
}

function makeRecord(now: number, { text = 'Fast delivery', bytes }: Content): TestRecord {
  const make = (value: string): { id: string; body: string } => {
    const answers = [{ name: 'why', kind: 'text' as const, value }];
    const record = createRecord({ survey: 'checkout', answers }, now, randomBytes(10));
    return { id: record.id, body: JSON.stringify(record) };
  };
  const fillers = bytes === undefined ? 0 : bytes - Buffer.byteLength(make('').body);
  // Two bytes each, and one more where the number is odd.
  const { id, body } = make(bytes === undefined ? text : 'ä'.repeat(fillers >> 1) + 'a'.repeat(fillers & 1));
  return { id, body, sha256: createHash('sha256').update(body).digest('hex') };
}
