/**
 * The delivery states of a record. This is the only list: the types of events and items, the event bus and the service
 * worker derive from it.
 *
 * | State       | Event | Item | Meaning                                                        | Next                     |
 * | ----------- | ----- | ---- | -------------------------------------------------------------- | ------------------------ |
 * | `stored`    | yes   |      | The device has stored the record.                              | first attempt            |
 * | `volatile`  | yes   |      | The record is in memory only.                                  | first attempt            |
 * | `refused`   | yes   |      | `submit()` rejected the record.                                |                          |
 * | `waiting`   |       | yes  | The record is queued and has not been tried.                   | first attempt            |
 * | `retrying`  | yes   | yes  | An attempt failed for a temporary reason.                      | retried after a back-off |
 * | `held`      | yes   | yes  | The endpoint or its configuration looks wrong.                 | retried after an hour    |
 * | `parked`    | yes   | yes  | The endpoint rejects this record.                              | `retry()`, `discard()`   |
 * | `sent`      | yes   |      | The endpoint confirmed the record.                             |                          |
 * | `discarded` | yes   |      | `discard()`, `purge()` or `maxAgeMs` removed the record.       |                          |
 * | `damaged`   |       | yes  | The queue entry cannot be read.                                | `discard()`              |
 * | `newer`     |       | yes  | A later version of the client wrote the queue entry.           | that version sends it    |
 */

/*
 * The lists are texts with spaces, from which the types are derived: in a page a text takes fewer bytes than an array, and
 * no state is part of another one.
 */

/** An attempt failed, and the client will make another one. */
export const FAILED_STATES = 'retrying held';
/** The record is queued, and the client will send it. */
export const PENDING_STATES = 'waiting retrying held';
/** The record's delivery is over: the promise `settled` of its receipt resolves. */
export const SETTLED_STATES = 'sent parked discarded';

type WordOf<Text> = Text extends `${infer First} ${infer Rest}` ? First | WordOf<Rest> : Text;

/** `submit()` accepted the record. */
export type AcceptedState = 'stored' | 'volatile';
export type FailedState = WordOf<typeof FAILED_STATES>;
export type PendingState = WordOf<typeof PENDING_STATES>;
export type SettledState = WordOf<typeof SETTLED_STATES>;
/** An attempt came to an end. */
export type AttemptState = FailedState | Exclude<SettledState, 'discarded'>;
/** This version of the client cannot send the queue entry. */
export type UnreadableState = 'damaged' | 'newer';
