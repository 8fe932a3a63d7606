import { HeedError } from '@heed/core';

export const closed = (): HeedError =>
  new HeedError('HEED_CLOSED', 'client: submit() after close(). Make a new client');

export const full = (): HeedError =>
  new HeedError('HEED_FULL', 'client: "maxItems" records wait already, this one was not taken');

export const taken = (id: string): HeedError =>
  new HeedError(
    'HEED_RECORD',
    `client: ${id} waits already with another content. Make a new id for each record`,
  );
