import { HeedError } from '@heed/core';
import type { RouteServices } from '../routes/route.ts';
import type { SubmissionLimits } from '../submission/read-submission.ts';
import type { ReceiverOptions } from './options.ts';

/** The options with defaults. */
export interface Settings extends RouteServices {
  token: string;
  origins: readonly string[];
  basePath: string;
  postsPerMinute: number;
}

const BASE_PATH = /^(\/[\w.~-]+)*\/?$/;

/** @throws HeedError `HEED_OPTION` */
export function readSettings(options: ReceiverOptions): Settings {
  const { basePath = '/feedback', postsPerMinute = 60, origins = [] } = options;
  if (!BASE_PATH.test(basePath)) {
    const expected = 'a path such as "/feedback"';
    throw new HeedError(
      'HEED_OPTION',
      'createReceiver',
      `"basePath" must be ${expected}, got "${basePath}"`,
      { expected, got: `"${basePath}"` },
    );
  }
  const { store, token, now = Date.now, log = () => {}, onStored } = options;
  const limits = readLimits(options);
  return { store, token, basePath, limits, postsPerMinute, origins, now, log, onStored };
}

function readLimits(options: ReceiverOptions): SubmissionLimits {
  const { maxBodyBytes = 1_000_000, maxFiles = 10 } = options;
  const { maxFileBytes = 10_000_000, maxFilesBytes = 50_000_000 } = options;
  assertInteger('maxBodyBytes', maxBodyBytes, 1);
  assertInteger('maxFiles', maxFiles, 0);
  assertInteger('maxFileBytes', maxFileBytes, 1);
  assertInteger('maxFilesBytes', maxFilesBytes, 1);
  return { maxBodyBytes, maxFiles, maxFileBytes, maxFilesBytes };
}

function assertInteger(name: string, value: number, min: number): void {
  if (Number.isInteger(value) && value >= min) return;
  const expected = `a whole number of ${min} or more`;
  throw new HeedError('HEED_OPTION', 'createReceiver', `"${name}" must be ${expected}, got ${value}`, {
    expected,
    got: String(value),
  });
}
