/** The reading side of the receiver. */
import type { FileItem, ResponseList, Scores } from '@heed/receiver';

const ENDPOINT = '/feedback';

/** The receiver does not know the token. */
export class WrongTokenError extends Error {}

/** The latest answers, newest first; with `after`, those that came since, oldest first. */
export async function readResponses(token: string, limit: number, after?: string): Promise<ResponseList> {
  const query = new URLSearchParams({ limit: String(limit), ...(after !== undefined && { after }) });
  return (await request(token, `/responses?${query}`)).json() as Promise<ResponseList>;
}

export async function readScores(token: string): Promise<Scores> {
  return (await request(token, '/scores')).json() as Promise<Scores>;
}

/** Hands all answers to the browser as a file. */
export function download(token: string, format: 'csv' | 'jsonl'): Promise<void> {
  return save(token, `/export.${format}`, `northwind-feedback.${format}`);
}

/** Hands a file that came with an answer to the browser. */
export function downloadFile(token: string, { path, name }: FileItem): Promise<void> {
  return save(token, path, name);
}

/** By `fetch`, because a link cannot carry the token. */
async function save(token: string, path: string, name: string): Promise<void> {
  const file = await (await request(token, path)).blob();
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

async function request(token: string, path: string): Promise<Response> {
  const response = await fetch(ENDPOINT + path, { headers: { authorization: `Bearer ${token}` } });
  if (response.status === 401) throw new WrongTokenError();
  if (!response.ok) throw new Error(`The receiver answered ${response.status}`);
  return response;
}
