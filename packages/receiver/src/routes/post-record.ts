import { referenceOf } from '@heed/core';
import { createMemoryLimit, type MemoryReservation } from '../http/memory-limit.ts';
import { ProblemError } from '../http/problem.ts';
import { describeError } from '../logging/describe-error.ts';
import { createStoredItem } from '../responses/stored-item.ts';
import type { NewResponse } from '../store/store.ts';
import { toNewFiles } from '../submission/form-record.ts';
import { hashSubmission } from '../submission/hash-submission.ts';
import { assertIdempotencyKey, parseRecord } from '../submission/parse-record.ts';
import { getMaxFormBytes, readSubmission } from '../submission/read-submission.ts';
import type { Route, RouteServices } from './route.ts';

/** Number of posts of the maximum size, with files, that may be in memory at the same time. */
const MAX_POSTS_IN_MEMORY = 4;

export const postRecord: Route = {
  method: 'POST',
  path: '/',
  access: 'origin',
  query: [],
  returns:
    '201 `{ id, reference }`, also for a duplicate and for each version of a partial record; 422 if the id is already stored with different content',
  createHandler(services) {
    const createReservation = createMemoryLimit(MAX_POSTS_IN_MEMORY * getMaxFormBytes(services.limits));
    return async ({ raw }) => {
      const memory = createReservation();
      try {
        return await storeRecord(raw, memory, services);
      } finally {
        memory.release();
      }
    };
  },
};

async function storeRecord(
  request: Request,
  memory: MemoryReservation,
  services: RouteServices,
): Promise<Response> {
  const response = await readNewResponse(request, memory, services);
  const result = await services.store.add(response);
  if (result.state === 'conflict') throw createConflictError();
  if (result.state === 'stored') notifyListener(services, response, result.cursor);
  const { id } = response.record;
  return Response.json({ id, reference: referenceOf(id) }, { status: 201 });
}

/** The files do not have to match the names in the record: `redact` may have changed them, and a rejection is final. */
async function readNewResponse(
  request: Request,
  memory: MemoryReservation,
  { limits, now }: RouteServices,
): Promise<NewResponse> {
  const receivedAt = now();
  const { body, files } = await readSubmission(request, limits, memory);
  const record = parseRecord(body);
  assertIdempotencyKey(request, record);
  const sha256 = await hashSubmission(body, files);
  return { record, body, sha256, receivedAt, files: toNewFiles(files, record) };
}

/** Calls `onStored` asynchronously, so that the response neither waits for it nor fails with it. */
function notifyListener({ onStored, log }: RouteServices, response: NewResponse, cursor: string): void {
  if (!onStored) return;
  Promise.resolve(createStoredItem(response, cursor))
    .then(onStored)
    .catch((error: unknown) => log(`"onStored" failed: ${describeError(error)}`));
}

function createConflictError(): ProblemError {
  const detail =
    'The stored record was not changed. Use a new id for each record, and never change a record after you submit it.';
  return new ProblemError('id-taken', detail);
}
