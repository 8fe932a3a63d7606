/** The HTTP contract, which every store must fulfil. */
import type { Harness } from '../test-client.test-helper.ts';
import { describeAccess } from './access.test-helper.ts';
import { describeExport } from './export.test-helper.ts';
import { describeDatabaseFailures } from './database-failures.test-helper.ts';
import { describeFiles } from './files.test-helper.ts';
import { describeHostileFiles } from './hostile-files.test-helper.ts';
import { describeHostileRecords } from './hostile-records.test-helper.ts';
import { describePartialRecords } from './partial-records.test-helper.ts';
import { describeList } from './list.test-helper.ts';
import { describeRejections } from './rejections.test-helper.ts';
import { describeScores } from './scores.test-helper.ts';
import { describeSubmissions } from './submissions.test-helper.ts';

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
