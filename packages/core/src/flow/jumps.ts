import type { AnswerKind } from '../record/record.ts';
import { readExpression, type Expression } from '../expressions/expression.ts';
import { readTokens, type TokenReader } from '../expressions/tokens.ts';

/** Where to go after a step. */
export interface Jump {
  /** The name of a step, or `end`. */
  to: string;
  /** Absent when the jump always happens. */
  if?: Expression;
}

/**
 * Reads jumps such as `price if recommend <= 6; end if plan = 'free'; thanks`. The first whose condition holds counts.
 *
 * @throws HeedError `HEED_EXPRESSION`, and `HEED_NAME` as {@link parseExpression} does
 */
export function parseJumps(source: string, kinds?: ReadonlyMap<string, AnswerKind>): Jump[] {
  const reader = readTokens(source);
  const jumps: Jump[] = [];
  do jumps.push(readJump(reader, kinds));
  while (jumps.at(-1)?.if && reader.take(';') && reader.token.text);
  reader.take(';');
  reader.expect('', jumps.at(-1)?.if ? '"and", "or", ";" or the end' : '"if" or the end');
  return jumps;
}

function readJump(reader: TokenReader, kinds: ReadonlyMap<string, AnswerKind> | undefined): Jump {
  const { type, text } = reader.token;
  if (type !== 'name') throw reader.mistake('the name of a step, or "end"');
  reader.next();
  return reader.take('if') ? { to: text, if: readExpression(reader, kinds) } : { to: text };
}
