import { expect, test } from 'vitest';
import { exchange } from './http.ts';
import { checkJson } from './json.ts';
import { runInNode } from './node.ts';
import { readExamples, type Example } from './read.ts';
import { checkShell } from './shell.ts';

/** One example for each text, as a page would have them. */
function examplesOf(info: string, ...texts: string[]): Example[] {
  const text = texts.map((code) => `\`\`\`${info}\n${code}\n\`\`\``).join('\n\n');
  return readExamples({ file: 'docs/page.md', text });
}

test.each([
  ['npm install heed', 0],
  ['npm install heeed', 1],
  ['npm test', 0],
  ['npm run no-such-script', 1],
  ['npx @heed/receiver --port 8080', 0],
  ['npx @heed/receiver --portal 8080', 1],
  ['DATABASE_URL=postgres://localhost/a npx @heed/receiver', 0],
  ['DATABASE_URI=postgres://localhost/a npx @heed/receiver', 1],
  ['curl https://example.com', 1],
])('the command "%s" has %i faults', (command, faults) => {
  expect(checkShell(examplesOf('sh', command)).findings).toHaveLength(faults);
});

test('an example that prints something else than it says is a finding', async () => {
  const { findings } = await runInNode(examplesOf('ts', "console.log('one');\n// → two"));
  expect(findings[0]?.message).toMatch(/Prints something else than it says/);
});

test('an example that throws is a finding', async () => {
  const { findings } = await runInNode(examplesOf('ts', "throw new Error('broken');"));
  expect(findings[0]?.message).toMatch(/broken/);
});

test('reports an invalid record with the location of the problem', () => {
  const { findings } = checkJson(examplesOf('json record', '{ "v": 2 }'));
  expect(findings[0]?.message).toMatch(/^\/v: expected version 1/);
});

test('a reply that the receiver does not give is a finding', async () => {
  const health = 'GET /feedback/health HTTP/1.1';
  const right = 'HTTP/1.1 200 OK\n\n{ "status": "ok" }';
  const { findings } = await exchange(
    examplesOf(
      'http',
      health,
      right,
      health,
      right.replace('200', '503'),
      health,
      right.replace('ok', 'fine'),
    ),
  );
  expect(findings.map(({ message }) => message.split('\n')[0])).toEqual([
    'Replies 200 instead of 503:',
    'Replies something else:',
  ]);
});
