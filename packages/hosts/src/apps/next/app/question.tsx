'use client';

import '@heed/elements/define/nps';
import { HeedNps } from '@heed/elements/react';
import { connect } from '@heed/client/connect';
import { useEffect, useState, type ReactNode } from 'react';

export function Question({ customer }: { customer: string }): ReactNode {
  const [events, setEvents] = useState<string[]>([]);
  const note = (event: Event): void => setEvents((before) => [...before, event.type]);
  useEffect(() => {
    const connection = connect();
    return () => connection.close();
  }, []);
  return (
    <>
      <HeedNps
        survey="checkout"
        endpoint="/feedback"
        respondent={{ id: customer }}
        onheed-submit={note}
        onheed-sent={note}
      />
      <p id="events">{events.join(' ')}</p>
    </>
  );
}
