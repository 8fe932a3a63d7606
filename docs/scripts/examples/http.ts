/**
 * Sends the http examples of a page, in their order, to a separate receiver, and compares each reply with the
 * example that follows. Only headers in the example are compared.
 */
import { isDeepStrictEqual } from 'node:util';
import { createReceiver } from '@heed/receiver';
import { createPgliteStore } from '@heed/receiver/pglite';
import type { Finding, Report } from '../findings.ts';
import type { Example } from './read.ts';

/** Fixed time of the examples, so that every run has the same replies. */
const NOW = Date.UTC(2026, 10, 21, 10, 15, 1);
const TOKEN = 'token-of-the-examples';

interface Message {
  /** The first line. */
  start: string;
  headers: Headers;
  body: string;
}

export async function checkExchanges(examples: Example[]): Promise<Report> {
  const messages = examples.filter(({ language, marks }) => language === 'http' && !marks.has('fragment'));
  const byFile = Map.groupBy(messages, ({ file }) => file);
  const findings: Finding[] = [];
  for (const page of byFile.values()) findings.push(...(await checkPage(page)));
  return { checked: messages.length, findings };
}

async function checkPage(examples: Example[]): Promise<Finding[]> {
  const store = await createPgliteStore({ dataDir: 'memory://' });
  const receiver = createReceiver({ store, token: TOKEN, now: () => NOW });
  const findings: Finding[] = [];
  let reply: Response | undefined;
  for (const example of examples) {
    const message = parse(example.code);
    if (message.start.startsWith('HTTP/')) {
      const problem = reply ? await compare(message, reply) : 'No request precedes this reply.';
      if (problem) findings.push({ file: example.file, line: example.line, message: problem });
      reply = undefined;
    } else reply = await receiver.fetch(toRequest(message));
  }
  await store.close();
  return findings;
}

function parse(code: string): Message {
  const [head = '', ...rest] = code.split('\n\n');
  const [start = '', ...lines] = head.trim().split('\n');
  const headers = new Headers(lines.map((line) => line.split(/:\s*(.*)/s).slice(0, 2) as [string, string]));
  return { start, headers, body: rest.join('\n\n').trim() };
}

function toRequest({ start, headers, body }: Message): Request {
  const [method = 'GET', path = '/'] = start.split(' ');
  const isForm = headers.get('content-type')?.startsWith('multipart/') ?? false;
  // Lines in a form end with CRLF, like lines in HTTP.
  const sent = isForm ? body.replaceAll('\n', '\r\n') : body;
  return new Request(new URL(path, 'http://localhost'), { method, headers, ...(sent && { body: sent }) });
}

async function compare({ start, headers, body }: Message, reply: Response): Promise<string | undefined> {
  const text = (await reply.text())
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .trim();
  const status = Number(start.split(' ')[1]);
  if (reply.status !== status) return `Replies with ${reply.status} instead of ${status}:\n${text}`;
  for (const [name, value] of headers) {
    if (reply.headers.get(name) !== value) return `Replies with ${name}: ${reply.headers.get(name)}`;
  }
  const isJson = reply.headers.get('content-type')?.includes('json') ?? false;
  const isEqual = isJson ? isDeepStrictEqual(JSON.parse(text), JSON.parse(body)) : text === body;
  return isEqual ? undefined : `Replies with a different body:\n${text}`;
}
