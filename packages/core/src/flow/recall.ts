import type { AnswerKind } from '../record/record.ts';
import { resolveName } from '../expressions/resolve-name.ts';
import { createSourceError } from '../expressions/token-reader.ts';

/** A text that repeats earlier answers. */
export interface Recall {
  /**
   * The text with what `say` returns for each name, such as `recommend` or `service.speed`; where that is empty, with
   * what stands behind `|`.
   */
  fill(say: (name: string) => string): string;
}

/** Braces to be shown as they are, or a name with what to say when it has no answer. */
const RECALL = /\\\{\{|\{\{([^{}|]*)(?:\|([^{}]*))?(\}\})?/g;

/**
 * Reads a text such as `Thank you, {{name|dear guest}}`. Braces that are meant as such are written `\{{`.
 *
 * @param kinds the names that are known; without it any name may be used
 * @throws HeedError `HEED_EXPRESSION` for braces that name nothing or are not closed, `HEED_NAME` for an unknown name
 */
export function parseRecall(text: string, kinds?: ReadonlyMap<string, AnswerKind>): Recall {
  for (const { 0: all, 1: inner, 3: close, index } of text.matchAll(RECALL)) {
    if (inner === undefined) continue;
    const name = inner.trim();
    if (!name || !close)
      throw createSourceError(text, index, '"{{name}}", or "\\{{" for braces', `"${all.slice(0, 40)}"`);
    resolveName(name, kinds, text, index);
  }
  return {
    fill: (say) =>
      text.replace(RECALL, (_, inner?: string, fallback = '') =>
        inner === undefined ? '{{' : say(inner.trim()) || fallback.trim(),
      ),
  };
}
