/** The records of a run. They are created outside the page, so that the assertions know each byte before it is sent. */
import { createHash, randomBytes } from 'node:crypto';
import { createRecord } from '@heed/core';
import { RECORDS, type Group, type Scenario, type Step } from '../scenario.ts';

export interface TestRecord {
  id: string;
  /** The JSON that must arrive. */
  body: string;
  sha256: string;
}

interface Content {
  text?: string | undefined;
  bytes?: number | undefined;
}

export class Records {
  readonly #groups = new Map<Group, { created: TestRecord[]; taken: number }>();
  #now: number;

  /**
   * @param now the time of the first record. Each further record is one millisecond later, so that ids are in order.
   */
  constructor(now: number) {
    this.#now = now;
  }

  /** Creates the records in advance, because rules refer to their ids. */
  createAll({ steps }: Scenario): void {
    for (const [group, step] of steps.flatMap(listGroups))
      this.#ensure(group, this.inGroup(group).length + (step.count ?? 1), step);
  }

  /** Returns the next records of a group, and creates those that do not exist yet. */
  take(group: Group, count: number, content: Content = {}): TestRecord[] {
    const entry = this.#entry(group);
    const end = entry.taken + count;
    const taken = this.#ensure(group, end, content).slice(entry.taken, end);
    entry.taken = end;
    return taken;
  }

  /** Returns all records of the group that have been created so far. */
  inGroup(group: Group): TestRecord[] {
    return this.#entry(group).created;
  }

  groups(): Group[] {
    return [...this.#groups.keys()];
  }

  all(): TestRecord[] {
    return [...this.#groups.values()].flatMap(({ created }) => created);
  }

  #entry(group: Group): { created: TestRecord[]; taken: number } {
    const entry = this.#groups.get(group) ?? { created: [], taken: 0 };
    this.#groups.set(group, entry);
    return entry;
  }

  #ensure(group: Group, count: number, content: Content): TestRecord[] {
    const { created } = this.#entry(group);
    while (created.length < count) created.push(createTestRecord(this.#now++, content));
    return created;
  }
}

/** Returns the group of a step that submits new records. Repeated steps create their records as they run. */
function listGroups(step: Step): [Group, Content & { count?: number }][] {
  const submits = (step.do === 'submit' && !step.again) || step.do === 'leave';
  return submits ? [[step.group ?? RECORDS, step]] : [];
}

function createTestRecord(now: number, { text = 'Fast delivery', bytes }: Content): TestRecord {
  const create = (value: string): { id: string; body: string } => {
    const answers = [{ name: 'why', kind: 'text' as const, value }];
    const record = createRecord({ survey: 'checkout', answers }, now, randomBytes(10));
    return { id: record.id, body: JSON.stringify(record) };
  };
  const fillerBytes = bytes === undefined ? 0 : bytes - Buffer.byteLength(create('').body);
  // Each `ä` has two bytes. An odd number of bytes needs one `a`.
  const { id, body } = create(
    bytes === undefined ? text : 'ä'.repeat(fillerBytes >> 1) + 'a'.repeat(fillerBytes & 1),
  );
  return { id, body, sha256: createHash('sha256').update(body).digest('hex') };
}
