/** What the tests of the HTTP contract share: one receiver per file, a survey of its own for every test. */
import { createId, type ResponseRecord } from '@heed/core';
import { createReceiver } from '../receiver/create-receiver.ts';
import type { RequestInfo } from '../http/request-info.ts';
import type { ReceiverOptions } from '../receiver/options.ts';
import type { ResponseList } from '../responses/response-list.ts';
import type { QuestionScore, Scores } from '../scores/scores.ts';
import type { Store } from '../store/store.ts';

export const TOKEN = 'token-for-tests';
export const NOW = Date.parse('2026-11-22T08:00:00.000Z');

export interface Harness {
  /** The store under test; set before the first test runs. */
  store: Store;
}

export interface Caller {
  post(body: unknown, init?: { headers?: Record<string, string>; info?: RequestInfo }): Promise<Response>;
  get(path: string, init?: RequestInit): Promise<Response>;
  send(path: string, init?: RequestInit, info?: RequestInfo): Promise<Response>;
  list(query: string): Promise<ResponseList>;
  scores(query: string): Promise<QuestionScore[]>;
}

/** Calls a receiver on the store as the network would. */
export function call({ store }: Harness, options: Partial<ReceiverOptions> = {}): Caller {
  const receiver = createReceiver({ store, token: TOKEN, now: () => NOW, ...options });
  const send: Caller['send'] = (path, init, info) =>
    receiver.fetch(new Request(`http://receiver.example/feedback${path}`, init), info);
  const get: Caller['get'] = (path, init) =>
    send(path, { headers: { authorization: `Bearer ${TOKEN}` }, ...init });
  const post: Caller['post'] = (body, { headers, info } = {}) =>
    send(
      '',
      { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: toText(body) },
      info,
    );
  return {
    send,
    get,
    post,
    list: async (query) => readJson<ResponseList>(await get(`/responses?${query}`)),
    scores: async (query) => (await readJson<Scores>(await get(`/scores?${query}`))).scores,
  };
}

export async function readJson<T>(response: Response): Promise<T> {
  return (await response.json()) as T;
}

function toText(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

let lastNumber = 0;

/** A name that no other test uses. */
export function newSurvey(): string {
  return `survey-${++lastNumber}`;
}

export function newId(): string {
  return createId(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

/** A valid record, with the members given in place of the usual ones. */
export function newRecord(members: Partial<ResponseRecord> = {}): ResponseRecord {
  return {
    v: 1,
    id: newId(),
    survey: newSurvey(),
    submittedAt: '2026-11-21T10:15:00.000Z',
    answers: [{ name: 'recommend', kind: 'nps', value: 9 }],
    ...members,
  };
}

/** A record with one NPS answer. */
export function newNps(
  survey: string,
  value: number | null,
  submittedAt = '2026-11-21T10:15:00.000Z',
): ResponseRecord {
  return newRecord({ survey, submittedAt, answers: [{ name: 'recommend', kind: 'nps', value }] });
}
