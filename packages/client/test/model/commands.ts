import * as fc from 'fast-check';
import { idempotencyKeyOf } from '@heed/core';
import type { Fault } from './device.ts';
import { anyReply, fixedReply } from './replies.ts';
import type { Session } from './session.ts';
import type { HeadersKind, Tab } from './tab.ts';

const HOUR_MS = 3_600_000;
const YEAR_MS = 365 * 24 * HOUR_MS;

/** Arguments of every command. */
interface CommonArgs {
  /** The slot of the tab. */
  slot: number;
  /** Turns of the event loop before the next command; undefined waits until the environment is idle. */
  turns: number | undefined;
}

type Shape<T> = { [K in keyof T]: fc.Arbitrary<T[K]> };
export type Command = fc.AsyncCommand<Session, Session>;

const common: Shape<CommonArgs> = {
  slot: fc.constantFrom(0, 0, 0, 1, 1, 2),
  turns: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 2, arbitrary: fc.nat(20) }),
};

/**
 * Returns the arbitrary of one command.
 *
 * @param shape arbitraries of plain data, which is printed when a run fails
 */
function command<T extends object>(
  name: string,
  shape: Shape<T>,
  check: (session: Readonly<Session>, args: T & CommonArgs) => boolean,
  execute: (session: Session, args: T & CommonArgs) => unknown,
): fc.Arbitrary<Command> {
  const anyArgs = fc.record({ ...common, ...shape }) as unknown as fc.Arbitrary<T & CommonArgs>;
  return anyArgs.map((args) => ({
    check: (session) => check(session, args),
    run: async (_, session) => {
      const endRound = session.beginRound();
      await execute(session, args);
      await session.settle(args.turns);
      endRound();
    },
    toString: () => `${name}(${JSON.stringify(args)})`,
  }));
}

/** Returns whether the tab is open, including after `pagehide` and after its client was closed. */
function isOpen({ state }: Tab): boolean {
  return state === 'open';
}

/** Returns a command on a tab. By default, the tab must be open, visible and have a client that is not closed. */
function onTab<T extends object>(
  name: string,
  shape: Shape<T>,
  execute: (session: Session, tab: Tab, args: T & CommonArgs) => unknown,
  isApplicable = (tab: Tab): boolean => tab.state === 'open' && !tab.isPageHidden && !tab.isClosed,
): fc.Arbitrary<Command> {
  return command(
    name,
    shape,
    ({ slots }, { slot }) => slots[slot] !== undefined && isApplicable(slots[slot]),
    (session, args) => execute(session, session.slots[args.slot] as Tab, args),
  );
}

/** Returns a boolean that equals the value in five of six cases. */
function mostly(value: boolean): fc.Arbitrary<boolean> {
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant(value) },
    { weight: 1, arbitrary: fc.constant(!value) },
  );
}

const submitNew = onTab(
  'submit',
  {},
  (session, tab, { turns }) => session.submit(tab, session.makeRecord(), turns),
  isOpen,
);

const submitAgain = onTab(
  'submitAgain',
  { index: fc.nat(9) },
  (session, tab, { index, turns }) => {
    const record = [...session.records.values()].at(-1 - index);
    return record && session.submit(tab, record, turns);
  },
  isOpen,
);

const submitPartial = onTab(
  'submitPartial',
  {},
  (session, tab, { turns }) => session.submit(tab, session.makeRecord({ partial: true }), turns),
  isOpen,
);

/** Submits a later version of a record, partial or complete. */
const submitVersion = onTab(
  'submitVersion',
  { index: fc.nat(3), partial: mostly(true) },
  (session, tab, { index, partial, turns }) => {
    const before = [...session.records.values()].at(-1 - index);
    const record = before && session.makeRecord({ id: before.id, partial });
    return record && !session.records.has(idempotencyKeyOf(record)) && session.submit(tab, record, turns);
  },
  isOpen,
);

const submitOther = onTab('submitOther', { index: fc.nat(9) }, (session, tab, { index }) => {
  const record = [...session.records.values()].at(-1 - index);
  return record && session.submitOther(tab, record);
});

const advance = command(
  'advance',
  { ms: fc.constantFrom(700, 2500, 31_000, 61_000, 130_000, 600_000, HOUR_MS + 1, 25 * HOUR_MS) },
  () => true,
  (session, { ms }) => session.environment.time.advance(ms),
);

const changeClock = command(
  'changeClock',
  { ms: fc.constantFrom(-60_000, 60_000, HOUR_MS, -HOUR_MS, 10 * YEAR_MS, -10 * YEAR_MS) },
  () => true,
  (session, { ms }) => session.changeClock(ms),
);

const answer = command(
  'answer',
  { reply: anyReply },
  () => true,
  (session, { reply }) => session.answer([reply], false),
);

const answerNext = command(
  'answerNext',
  { replies: fc.array(anyReply, { minLength: 1, maxLength: 3 }) },
  () => true,
  (session, { replies }) => session.answer(replies, true),
);

const answerAlways = command(
  'answerAlways',
  { index: fc.nat(9), reply: fixedReply },
  () => true,
  (session, { index, reply }) => session.answerAlways(index, reply),
);

const open = command(
  'open',
  { hasLocks: mostly(true), hasConsent: mostly(true) },
  ({ slots }, { slot }) => slots[slot] === undefined,
  (session, { slot, hasLocks, hasConsent }) => void session.open(slot, { hasLocks }, hasConsent),
);

const crash = onTab(
  'crash',
  { arrives: fc.boolean() },
  (session, _, { slot, arrives }) => session.crash(slot, arrives),
  () => true,
);

const reload = onTab('reload', { arrives: fc.boolean() }, (session, tab, { slot, arrives }) => {
  session.hide(tab);
  session.crash(slot, arrives);
  session.open(slot, tab.features, tab.hasConsent);
});

const close = onTab('close', {}, (session, tab) => session.close(tab));

const freeze = onTab('freeze', {}, (session, tab) => {
  session.ledger.isUndisturbed = false;
  tab.freeze();
});

const thaw = onTab(
  'thaw',
  {},
  (_, tab) => tab.thaw(),
  (tab) => tab.state === 'frozen' && !tab.isPageHidden,
);

const goBack = onTab('goBack', {}, (session, tab) => {
  session.ledger.isUndisturbed = false;
  session.hide(tab);
});

const goForward = onTab(
  'goForward',
  {},
  (_, tab) => tab.show(),
  (tab) => tab.state === 'open' && tab.isPageHidden && !tab.isClosed,
);

const wake = onTab('wake', { type: fc.constantFrom('online', 'visibilitychange') }, (_, tab, { type }) =>
  tab.dispatch(type),
);

const fail = command(
  'fail',
  { fault: fc.constantFrom<Fault[]>('none', 'none', 'open', 'hang', 'write', 'delete') },
  () => true,
  (session, { fault }) => session.fail(fault),
);

const deleteDatabase = command(
  'deleteDatabase',
  {},
  () => true,
  (session) => session.deleteDatabase(),
);

const configure = onTab(
  'configure',
  {
    headers: fc.constantFrom<HeadersKind[]>('value', 'async', 'throws', 'rejects', 'hangs'),
    path: fc.constantFrom('/feedback', '/v2'),
  },
  (session, tab, { headers, path }) => session.configure(tab, { headers, path }),
);

const consent = onTab('consent', { isGiven: fc.boolean() }, (session, tab, { isGiven }) =>
  session.consent(tab, isGiven),
);

const flush = onTab('flush', {}, (session, tab) => session.call('flush', tab, tab.client.flush()));

const retry = onTab('retry', { index: fc.nat(9) }, (session, tab, { index }) => session.retry(tab, index));

const discard = onTab('discard', { index: fc.nat(9) }, (session, tab, { index }) =>
  session.discard(tab, index),
);

const purge = onTab('purge', {}, (session, tab) => session.purge(tab));

const listPending = onTab('pending', {}, (session, tab) => session.checkPending(tab));

const weights: [number, fc.Arbitrary<Command>][] = [
  [20, submitNew],
  [5, submitAgain],
  [3, submitOther],
  [12, advance],
  [1, changeClock],
  [7, answer],
  [8, answerNext],
  [2, answerAlways],
  [7, open],
  [5, crash],
  [3, reload],
  [1, close],
  [4, freeze],
  [6, thaw],
  [2, goBack],
  [4, goForward],
  [2, wake],
  [5, fail],
  [1, deleteDatabase],
  [2, configure],
  [2, consent],
  [4, flush],
  [4, retry],
  [2, discard],
  [2, purge],
  [3, listPending],
];

/** Any command; common ones have a higher weight. */
export const anyCommand = chooseByWeight(weights);

/** Any command, most often one that submits a version of a record. */
export const anyCommandOnVersions = chooseByWeight([...weights, [20, submitPartial], [40, submitVersion]]);

function chooseByWeight(choices: [number, fc.Arbitrary<Command>][]): fc.Arbitrary<Command> {
  return fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })));
}
