import { getExportCsv } from './get-export-csv.ts';
import { getExportJsonl } from './get-export-jsonl.ts';
import { getFile } from './get-file.ts';
import { getHealth } from './get-health.ts';
import { getResponses } from './get-responses.ts';
import { getScores } from './get-scores.ts';
import { postRecord } from './post-record.ts';
import type { Route } from './route.ts';

/** All routes, in the order of the documentation. */
export const ROUTES: readonly Route[] = [
  postRecord,
  getResponses,
  getFile,
  getScores,
  getExportJsonl,
  getExportCsv,
  getHealth,
];
