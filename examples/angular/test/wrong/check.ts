/** Angular templates do not support `@ts-expect-error`, so this compiles wrong templates and checks the errors. */
import { spawnSync } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

const EXPECTED = [
  "events.ts:9 Argument of type 'HeedSubmitEvent' is not assignable to parameter of type 'MouseEvent'",
  "events.ts:10 Property 'score' does not exist on type 'ResponseRecord'",
  "events.ts:11 Argument of type 'CustomEvent<OutcomeDetail>' is not assignable to parameter of type 'OutcomeDetail'",
];

const { stderr } = spawnSync('ngc', ['--noEmit', '-p', 'test/wrong/tsconfig.json'], {
  encoding: 'utf8',
});
const errors = Array.from(
  stripVTControlCharacters(stderr).matchAll(/(events\.ts:\d+):\d+ - error TS\d+: (.*)/g),
  ([, place, message]) => `${place} ${message}`,
);
if (errors.length !== EXPECTED.length || !EXPECTED.every((text, i) => errors[i]?.startsWith(text))) {
  throw new Error(`Expected:\n${EXPECTED.join('\n')}\nGot:\n${stderr}`);
}
