import { createHash } from 'node:crypto';
import type { StandIn } from './stand-in.ts';

/**
 * What happens to a coming post: `fail` the target cannot take it; `lose the reply` it takes it, and the connection
 * breaks before the reply is out, which is how copies come about.
 */
export type Trouble = 'fail' | 'lose the reply';

/** A request that arrived, and how it was answered. */
export interface Seen {
  method: string;
  /** Empty when there was none, as `key`. */
  type: string;
  /** The header `idempotency-key`. */
  key: string;
  /** Of the body, in hex. */
  sha256: string;
  /** Null when the reply was lost. */
  status: number | null;
}

/** One stand-in as one test has it. */
export class Space {
  readonly seen: Seen[] = [];
  readonly #standIn: StandIn;
  #troubles: Trouble[] = [];

  constructor(standIn: StandIn) {
    this.#standIn = standIn;
  }

  /** What the next posts meet, one each. */
  expect(troubles: Trouble[]): void {
    this.#troubles = troubles;
  }

  held(): unknown[] | Promise<unknown[]> {
    return this.#standIn.held();
  }

  /** @returns null when the connection is to be broken */
  async answer(request: Request, body: Uint8Array): Promise<Response | null> {
    const trouble = request.method === 'POST' ? this.#troubles.shift() : undefined;
    const answer = trouble === 'fail' ? this.#standIn.failure(request) : this.#standIn.fetch(request);
    const response = trouble === 'lose the reply' ? (await answer) && null : await answer;
    this.seen.push({
      method: request.method,
      type: request.headers.get('content-type') ?? '',
      key: request.headers.get('idempotency-key') ?? '',
      sha256: createHash('sha256').update(body).digest('hex'),
      status: response?.status ?? null,
    });
    return response;
  }
}
