/** The whole HTTP contract, the same on every store. */
import type { Harness } from '../test-client.test-helper.ts';
import { describeAccess } from './access.test-helper.ts';
import { describeExport } from './export.test-helper.ts';
import { describeFaults } from './database-failures.test-helper.ts';
import { describeFiles } from './files.test-helper.ts';
import { describeHostileFiles } from './hostile-files.test-helper.ts';
import { describeHostile } from './hostile-records.test-helper.ts';
import { describePartial } from './partial-records.test-helper.ts';
import { describeRead } from './list.test-helper.ts';
import { describeRefuse } from './rejections.test-helper.ts';
import { describeScores } from './scores.test-helper.ts';
import { describeSubmit } from './submissions.test-helper.ts';

export function describeContract(harness: Harness): void {
  describeSubmit(harness);
  describeRefuse(harness);
  describePartial(harness);
  describeHostile(harness);
  describeFiles(harness);
  describeHostileFiles(harness);
  describeRead(harness);
  describeScores(harness);
  describeExport(harness);
  describeAccess(harness);
  describeFaults(harness);
}
