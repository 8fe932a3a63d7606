import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runStep } from './run.ts';
import type { Step } from './steps.ts';

const countsModule = fileURLToPath(new URL('counts.ts', import.meta.url));

/** A step of programs in the language of this workspace. */
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

test('a step that counts no tests counts as one', async () => {
  expect(await runStep(createStep('1'))).toMatchObject({ ok: true, counts: { passed: 1, failed: 0 } });
});

test('a step adds up the tests of its commands', async () => {
  const result = await runStep(createStep(counting(3, 0), counting(4, 0)));
  expect(result).toMatchObject({ ok: true, counts: { passed: 7, failed: 0 } });
});

test('a command that breaks without a failed test counts as one failure', async () => {
  const result = await runStep(createStep(counting(3, 0), 'process.exit(2)'));
  expect(result).toMatchObject({ ok: false, counts: { passed: 3, failed: 1 } });
});

test('the commands after a failed one still run, and all output is kept', async () => {
  const result = await runStep(
    createStep('console.error("first"); process.exit(1)', 'console.log("second")'),
  );
  expect(result.ok).toBe(false);
  expect(result.output).toMatch(/first[^]*second/);
});

test('a program that does not exist fails the step', async () => {
  const step: Step = { name: 'fixture', stage: 0, commands: [{ args: ['no-such-program'], cwd: tmpdir() }] };
  const result = await runStep(step);
  expect(result).toMatchObject({ ok: false, counts: { passed: 0, failed: 1 } });
  expect(result.output).toContain('no-such-program');
});
