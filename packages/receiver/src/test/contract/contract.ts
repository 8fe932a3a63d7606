/** The HTTP contract, which every store must fulfil. */
import type { Harness } from '../test-client.ts';
import { describeAccess } from './access.ts';
import { describeExport } from './export.ts';
import { describeDatabaseFailures } from './database-failures.ts';
import { describeFiles } from './files.ts';
import { describeHostileFiles } from './hostile-files.ts';
import { describeHostileRecords } from './hostile-records.ts';
import { describePartialRecords } from './partial-records.ts';
import { describeList } from './list.ts';
import { describeRejections } from './rejections.ts';
import { describeScores } from './scores.ts';
import { describeSubmissions } from './submissions.ts';

export function describeContract(harness: Harness): void {
  describeSubmissions(harness);
  describeRejections(harness);
  describePartialRecords(harness);
  describeHostileRecords(harness);
  describeFiles(harness);
  describeHostileFiles(harness);
  describeList(harness);
  describeScores(harness);
  describeExport(harness);
  describeAccess(harness);
  describeDatabaseFailures(harness);
}
