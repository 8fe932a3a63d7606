/** Reads responses, scores and files from the receiver. */
import type { FileItem, ResponseList, Scores } from '@heed/receiver';

const ENDPOINT = '/feedback';

/** The receiver has rejected the token. */
export class WrongTokenError extends Error {}

/** Returns the latest responses, newest first. With `after`, returns the responses since then, oldest first. */
export async function readResponses(token: string, limit: number, after?: string): Promise<ResponseList> {
  const query = new URLSearchParams({ limit: String(limit), ...(after !== undefined && { after }) });
  return (await request(token, `/responses?${query}`)).json() as Promise<ResponseList>;
}

export async function readScores(token: string): Promise<Scores> {
  return (await request(token, '/scores')).json() as Promise<Scores>;
}

/** Downloads all responses as a file. */
export function downloadResponses(token: string, format: 'csv' | 'jsonl'): Promise<void> {
  return save(token, `/export.${format}`, `northwind-feedback.${format}`);
}

/** Downloads a file that is attached to a response. */
export function downloadFile(token: string, { path, name }: FileItem): Promise<void> {
  return save(token, path, name);
}

/** Uses `fetch`, because a link cannot send the token. */
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
  if (!response.ok) throw new Error(`The receiver replied with status ${response.status}`);
  return response;
}
