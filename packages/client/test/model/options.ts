import type { ClientOptions } from '../../src/index.ts';
import type { Headers } from './tab.ts';

/** A row of an earlier visit: of either version, one that a later client wrote, or one that nobody can read. */
export type Leftover = 'v1' | 'v2' | 'newer' | 'damaged';

export function makeRow(kind: Leftover, body: string, at: number): unknown {
  if (kind === 'damaged') return { v: 2, at };
  if (kind === 'newer') return { v: 3, body, at };
  if (kind === 'v1') return { v: 1, body, at, tries: 0 };
  return { v: 2, body, at, tries: 3, state: 'retrying', reason: '500', due: at + 1000, reply: '' };
}

export function acknowledge({ text }: { text: string }): boolean {
  if (text.includes('broken')) throw new Error('not readable');
  return !/html|declined/.test(text);
}

export function makeHeaders(kind: Headers): NonNullable<ClientOptions['headers']> {
  const headers = { authorization: 'Bearer 1' };
  if (kind === 'value') return headers;
  return () => {
    if (kind === 'throws') throw new Error('no token');
    if (kind === 'rejects') return Promise.reject(new Error('no token'));
    return kind === 'hangs' ? new Promise(() => {}) : Promise.resolve(headers);
  };
}
