'use client';

import { HeedNps } from 'heed/react';
import { useState, type ReactNode } from 'react';

export function Question({ customer }: { customer: string }): ReactNode {
  const [events, setEvents] = useState<string[]>([]);
  const note = (event: Event): void => setEvents((before) => [...before, event.type]);
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
