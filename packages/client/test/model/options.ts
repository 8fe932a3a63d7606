import type { ClientOptions } from '../../src/index.ts';
import type { HeadersKind } from './tab.ts';

/** A queue entry of an earlier page: of version 1 or 2, written by a later client, or damaged. */
export type LeftoverKind = 'v1' | 'v2' | 'newer' | 'damaged';

/** Failed attempts of a queue entry that an earlier visit left. */
export const LEFTOVER_TRIES = 3;

/** Returns the value that an earlier page left on the device. */
export function makeLeftover(kind: LeftoverKind, body: string, at: number): unknown {
  if (kind === 'damaged') return { v: 2, at };
  if (kind === 'newer') return { v: 3, body, at };
  if (kind === 'v1') return { v: 1, body, at, tries: 0 };
  return {
    v: 2,
    body,
    at,
    tries: LEFTOVER_TRIES,
    state: 'retrying',
    reason: '500',
    due: at + 1000,
    reply: '',
  };
}

/** The option `acknowledge`: throws for `broken` and returns false for `html` and `declined`. */
export function acknowledge({ text }: { text: string }): boolean {
  if (text.includes('broken')) throw new Error('not readable');
  return !/html|declined/.test(text);
}

/** Returns the option `headers` of this kind. */
export function makeHeaders(kind: HeadersKind): NonNullable<ClientOptions['headers']> {
  const headers = { authorization: 'Bearer 1' };
  if (kind === 'value') return headers;
  return () => {
    if (kind === 'throws') throw new Error('no token');
    if (kind === 'rejects') return Promise.reject(new Error('no token'));
    return kind === 'hangs' ? new Promise(() => {}) : Promise.resolve(headers);
  };
}
