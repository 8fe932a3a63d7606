import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runStep } from './run.ts';
import type { Step } from './steps.ts';

const countsModule = fileURLToPath(new URL('counts.ts', import.meta.url));

/** Creates a step that runs JavaScript programs. */
function createStep(...programs: string[]): Step {
  const commands = programs.map((program) => ({
    args: ['node', '--input-type=module', '-e', program],
    cwd: tmpdir(),
  }));
  return { name: 'fixture', stage: 0, commands };
}

function counting(passed: number, failed: number): string {
  return `import { reportCounts } from '${countsModule}'; reportCounts({ passed: ${passed}, failed: ${failed} });`;
}

test('counts a step without tests as one test', async () => {
  expect(await runStep(createStep('1'))).toMatchObject({ ok: true, counts: { passed: 1, failed: 0 } });
});

test('adds up the tests of all commands', async () => {
  const result = await runStep(createStep(counting(3, 0), counting(4, 0)));
  expect(result).toMatchObject({ ok: true, counts: { passed: 7, failed: 0 } });
});

test('counts a command that fails without a failed test as one failure', async () => {
  const result = await runStep(createStep(counting(3, 0), 'process.exit(2)'));
  expect(result).toMatchObject({ ok: false, counts: { passed: 3, failed: 1 } });
});

test('runs the remaining commands after a failure, and keeps all output', async () => {
  const result = await runStep(
    createStep('console.error("first"); process.exit(1)', 'console.log("second")'),
  );
  expect(result.ok).toBe(false);
  expect(result.output).toMatch(/first[^]*second/);
});

test('fails a step whose program does not exist', async () => {
  const step: Step = { name: 'fixture', stage: 0, commands: [{ args: ['no-such-program'], cwd: tmpdir() }] };
  const result = await runStep(step);
  expect(result).toMatchObject({ ok: false, counts: { passed: 0, failed: 1 } });
  expect(result.output).toContain('no-such-program');
});
