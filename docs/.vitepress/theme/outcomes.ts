import type { Outcome } from '@heed/core';

export type OutcomeName = 'confirms' | 'unreachable' | 'refuses';

/** What an endpoint may do, as a live example lets the reader choose it. */
export const OUTCOMES: Record<OutcomeName, { label: string; outcome: Outcome }> = {
  confirms: { label: 'confirms', outcome: { state: 'sent' } },
  unreachable: { label: 'cannot be reached', outcome: { state: 'stored', durable: true } },
  refuses: { label: 'refuses', outcome: { state: 'refused' } },
};
