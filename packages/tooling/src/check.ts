/**
 * `npm test`: runs every check of the workspace and ends with `N passed, N failed`.
 *
 * `node packages/tooling/src/check.ts --only size,pack` runs single steps without the steps that they depend on.
 */
import { parseArgs } from 'node:util';
import { sumCounts } from './check/counts.ts';
import { runStep, type Result } from './check/run.ts';
import { steps, type Step } from './check/steps.ts';

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const results = await runStages(selectSteps(values.only));
summarise(results);

function selectSteps(only: string | undefined): Step[] {
  if (only === undefined) return steps.filter(({ commands }) => commands.length > 0);
  const names = steps.map(({ name }) => name);
  const wanted = only.split(',');
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new Error(`--only: unknown step "${unknown}". Known steps: ${names.join(', ')}.`);
  return steps.filter(({ name }) => wanted.includes(name));
}

/** Continues after a failure, so that one run shows every problem. */
async function runStages(selected: Step[]): Promise<Result[]> {
  const stages = Map.groupBy(selected, ({ stage }) => stage);
  const all: Result[] = [];
  for (const stage of stages.values()) all.push(...(await Promise.all(stage.map(runAndReport))));
  return all;
}

async function runAndReport(step: Step): Promise<Result> {
  const result = await runStep(step);
  if (!result.ok) console.log(`\n${result.output}`);
  console.log(formatRow(result));
  return result;
}

function summarise(all: Result[]): void {
  const totals = sumCounts(all.map(({ counts }) => counts));
  console.log(`\n${all.map(formatRow).join('\n')}`);
  console.log(`\nTotal ${Math.round(performance.now() / 1000)} s`);
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  process.exitCode = all.every(({ ok }) => ok) ? 0 : 1;
}

function formatRow({ step, ok, seconds, counts }: Result): string {
  const result = ok ? 'passed' : 'FAILED';
  return `${step.name.padEnd(13)} ${result} ${seconds.toFixed(1).padStart(7)} s   ${counts.passed} passed, ${counts.failed} failed`;
}
