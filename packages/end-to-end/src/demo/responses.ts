/** Submitted and stored responses in one shape that can be compared. */
import type { Answer, Consent, ResponseRecord } from '@heed/core';
import type { StoredItem } from '@heed/receiver';
import { openReceiver } from '@heed/receiver/node';

/** The part of a response that is compared. */
export interface ComparableResponse {
  survey: string;
  /** Language of the questions. */
  locale: string;
  answers: Answer[];
  consent?: Consent;
}

const READ_ALL = '/feedback/responses?limit=500';

/** Fetches all responses from a running demo. */
export async function fetchResponses(origin: string, token: string): Promise<ComparableResponse[]> {
  return read((request) => fetch(request), new URL(READ_ALL, origin), token);
}

/** Reads all responses from the data folder of a stopped demo. */
export async function readStoredResponses(dataDir: string): Promise<ComparableResponse[]> {
  const receiver = await openReceiver({ dataDir });
  try {
    return await read(
      (request) => receiver.fetch(request),
      new URL(READ_ALL, 'http://localhost'),
      receiver.token,
    );
  } finally {
    await receiver.close();
  }
}

/** Sorts responses, so that lists with the same responses and repeats are equal. */
export function sortResponses(responses: readonly ComparableResponse[]): ComparableResponse[] {
  const key = (response: ComparableResponse): string => JSON.stringify(response);
  return responses.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

async function read(
  send: (request: Request) => Promise<Response>,
  url: URL,
  token: string,
): Promise<ComparableResponse[]> {
  const response = await send(new Request(url, { headers: { authorization: `Bearer ${token}` } }));
  if (!response.ok) throw new Error(`${url.pathname} replied with ${response.status}`);
  const { responses } = (await response.json()) as { responses: StoredItem[] };
  return responses.map(({ record }) => toComparable(record));
}

function toComparable({ survey, answers, context, consent }: ResponseRecord): ComparableResponse {
  return { survey, locale: context?.locale ?? '', answers, ...(consent && { consent }) };
}
