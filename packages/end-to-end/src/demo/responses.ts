/** Answers as they were given, and as the demo holds them, in one shape that can be compared as sets. */
import type { Answer, Consent, ResponseRecord } from '@heed/core';
import type { StoredItem } from '@heed/receiver';
import { openReceiver } from '@heed/receiver/node';

export interface Given {
  survey: string;
  /** Language in which it was asked. */
  locale: string;
  answers: Answer[];
  consent?: Consent;
}

const READ_ALL = '/feedback/responses?limit=500';

/** All answers that a running demo gives to the team. */
export async function readOverHttp(origin: string, token: string): Promise<Given[]> {
  return read((request) => fetch(request), new URL(READ_ALL, origin), token);
}

/** All answers in the folder of a demo that has been stopped. */
export async function readFromFolder(dataDir: string): Promise<Given[]> {
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

/** In an order of its own, so that two lists are equal when they are equal as sets, repeats included. */
export function sorted(answers: readonly Given[]): Given[] {
  const key = (given: Given): string => JSON.stringify(given);
  return answers.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

async function read(ask: (request: Request) => Promise<Response>, url: URL, token: string): Promise<Given[]> {
  const response = await ask(new Request(url, { headers: { authorization: `Bearer ${token}` } }));
  if (!response.ok) throw new Error(`${url.pathname} answered ${response.status}`);
  const { responses } = (await response.json()) as { responses: StoredItem[] };
  return responses.map(({ record }) => toGiven(record));
}

function toGiven({ survey, answers, context, consent }: ResponseRecord): Given {
  return { survey, locale: context?.locale ?? '', answers, ...(consent && { consent }) };
}
