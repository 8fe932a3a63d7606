import type { ResponseRecord } from '@heed/core';
import { HeedCsat } from '@heed/elements/react';
import type { ReactNode } from 'react';

interface Props {
  customer: string;
  onRecord(record: ResponseRecord): void;
}

export function DeliveryQuestion({ customer, onRecord }: Props): ReactNode {
  return (
    <HeedCsat
      survey="delivery"
      question={`How was your delivery, ${customer}?`}
      max={7}
      call-back={false}
      follow-up="What should we know?"
      respondent={{ id: customer }}
      onheed-submit={(event) => {
        onRecord(event.detail);
        event.respondWith({ state: 'sent' });
      }}
    />
  );
}
