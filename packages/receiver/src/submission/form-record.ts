import type { ResponseRecord } from '@heed/core';
import { cleanFileName } from '../files/file-name.ts';
import { normalizeMediaType } from '../files/media-type.ts';
import type { FormFile } from '../http/multipart-form.ts';
import { ProblemError } from '../http/problem.ts';
import type { NewFile } from '../store/store.ts';

/** Members of a record whose field is JSON. All other fields are text, including those unknown to this version. */
const JSON_MEMBERS: readonly string[] = ['v', 'answers', 'respondent', 'context', 'consent', 'partial'];

/**
 * Returns the record as JSON, with each member as received: the same text that the client posts for a record without
 * files.
 *
 * @throws ProblemError `malformed-body`
 */
export function joinMembers(fields: ReadonlyMap<string, string>): string {
  const members = Array.from(fields, ([name, text]) => {
    const value = JSON_MEMBERS.includes(name) ? assertJson(name, text) : JSON.stringify(text);
    return `${JSON.stringify(name)}:${value}`;
  });
  return `{${members.join()}}`;
}

function assertJson(name: string, text: string): string {
  try {
    JSON.parse(text);
    return text;
  } catch {
    throw new ProblemError('malformed-body', `The field "${name}" is not valid JSON.`);
  }
}

/**
 * Assigns each file to the answer that contains its name. Names may occur more than once; each occurrence is assigned to
 * one file, in order.
 */
export function toNewFiles(files: readonly FormFile[], { answers }: ResponseRecord): NewFile[] {
  const mentions = answers.flatMap(({ name, kind, value }) =>
    kind === 'attachment' && Array.isArray(value)
      ? value.map((file: string) => ({ file, answer: name }))
      : [],
  );
  return files.map(({ name, type, bytes }) => {
    const index = mentions.findIndex(({ file }) => file === name);
    const answer = index < 0 ? undefined : mentions.splice(index, 1)[0]?.answer;
    return {
      name: cleanFileName(name),
      type: normalizeMediaType(type),
      ...(answer !== undefined && { answer }),
      bytes,
    };
  });
}
