import { createHash } from 'node:crypto';
import type { StandIn } from './stand-in.ts';

/**
 * A fault that a POST meets. `fail`: the target rejects it temporarily. `lose the reply`: the target stores it, and the
 * connection breaks before the reply, which is how duplicates arise.
 */
export type Fault = 'fail' | 'lose the reply';

/** A request with the status of its reply. */
export interface LoggedRequest {
  method: string;
  /** The header `content-type`. Empty without it. */
  type: string;
  /** The header `idempotency-key`. Empty without it. */
  key: string;
  /** The hash of the body, in hexadecimal. */
  sha256: string;
  /** `null` if the reply was lost. */
  status: number | null;
}

/** The stand-in of one test. */
export class Space {
  readonly log: LoggedRequest[] = [];
  readonly #standIn: StandIn;
  #faults: Fault[] = [];

  constructor(standIn: StandIn) {
    this.#standIn = standIn;
  }

  /** Sets the faults of the next POST requests, one each. */
  setFaults(faults: Fault[]): void {
    this.#faults = faults;
  }

  stored(): unknown[] | Promise<unknown[]> {
    return this.#standIn.stored();
  }

  /** Responds to a request. Returns `null` if the connection must be broken. */
  async respond(request: Request, body: Uint8Array): Promise<Response | null> {
    const fault = request.method === 'POST' ? this.#faults.shift() : undefined;
    const reply = fault === 'fail' ? this.#standIn.failure(request) : this.#standIn.fetch(request);
    const response = fault === 'lose the reply' ? (await reply) && null : await reply;
    this.log.push({
      method: request.method,
      type: request.headers.get('content-type') ?? '',
      key: request.headers.get('idempotency-key') ?? '',
      sha256: createHash('sha256').update(body).digest('hex'),
      status: response?.status ?? null,
    });
    return response;
  }
}
