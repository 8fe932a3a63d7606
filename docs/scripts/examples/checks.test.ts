import { expect, test } from 'vitest';
import { checkExchanges } from './http.ts';
import { checkJson } from './json.ts';
import { runInNode } from './node.ts';
import { readExamples, type Example } from './read.ts';
import { checkShell } from './shell.ts';

/** Creates a page with an example for each text. */
function createExamples(info: string, ...texts: string[]): Example[] {
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
])('finds problems in the command "%s": %i', (command, count) => {
  expect(checkShell(createExamples('sh', command)).findings).toHaveLength(count);
});

test('reports an example with a different output', async () => {
  const { findings } = await runInNode(createExamples('ts', "console.log('one');\n// → two"));
  expect(findings[0]?.message).toMatch(/The output differs/);
});

test('reports an example that throws', async () => {
  const { findings } = await runInNode(createExamples('ts', "throw new Error('broken');"));
  expect(findings[0]?.message).toMatch(/broken/);
});

test('reports an invalid record with the location of the problem', () => {
  const { findings } = checkJson(createExamples('json record', '{ "v": 2 }'));
  expect(findings[0]?.message).toMatch(/^\/v: expected version 1/);
});

test('reports a reply that differs from the receiver', async () => {
  const health = 'GET /feedback/health HTTP/1.1';
  const right = 'HTTP/1.1 200 OK\n\n{ "status": "ok" }';
  const { findings } = await checkExchanges(
    createExamples(
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
    'Replies with 200 instead of 503:',
    'Replies with a different body:',
  ]);
});
