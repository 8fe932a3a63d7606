'use client';

import '@heed/elements/define/csat';
import '@heed/elements/define/nps';
import { connect } from '@heed/client/connect';
import { useEffect } from 'react';

/** Registers the elements while the page is loaded. */
export function Register(): null {
  useEffect(() => {
    const connection = connect();
    return () => connection.close();
  }, []);
  return null;
}
