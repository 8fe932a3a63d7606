/** Shared by the tests of the HTTP contract. Tests in a file share a store and use separate surveys. */
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

export interface TestClient {
  post(body: unknown, init?: { headers?: Record<string, string>; info?: RequestInfo }): Promise<Response>;
  get(path: string, init?: RequestInit): Promise<Response>;
  send(path: string, init?: RequestInit, info?: RequestInfo): Promise<Response>;
  list(query: string): Promise<ResponseList>;
  scores(query: string): Promise<QuestionScore[]>;
}

/** Returns a client of a new receiver on the store, without a network. */
export function createTestClient({ store }: Harness, options: Partial<ReceiverOptions> = {}): TestClient {
  const receiver = createReceiver({ store, token: TOKEN, now: () => NOW, ...options });
  const send: TestClient['send'] = (path, init, info) =>
    receiver.fetch(new Request(`http://receiver.example/feedback${path}`, init), info);
  const get: TestClient['get'] = (path, init) =>
    send(path, { headers: { authorization: `Bearer ${TOKEN}` }, ...init });
  const post: TestClient['post'] = (body, { headers, info } = {}) =>
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

/** Returns a name that no other test uses. */
export function createSurveyName(): string {
  return `survey-${++lastNumber}`;
}

export function createRecordId(): string {
  return createId(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

/** Returns a valid record. `members` override the defaults. */
export function buildRecord(members: Partial<ResponseRecord> = {}): ResponseRecord {
  return {
    v: 1,
    id: createRecordId(),
    survey: createSurveyName(),
    submittedAt: '2026-11-21T10:15:00.000Z',
    answers: [{ name: 'recommend', kind: 'nps', value: 9 }],
    ...members,
  };
}

/** Returns a record with one NPS answer. */
export function buildNpsRecord(
  survey: string,
  value: number | null,
  submittedAt = '2026-11-21T10:15:00.000Z',
): ResponseRecord {
  return buildRecord({ survey, submittedAt, answers: [{ name: 'recommend', kind: 'nps', value }] });
}
