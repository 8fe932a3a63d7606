/** @jsxImportSource preact */
import '@heed/elements/preact';
import type { VNode } from 'preact';
import type { AloneProps } from '../app.ts';

export function DeliveryQuestion({ customer, onRecord }: AloneProps): VNode {
  return (
    <heed-csat
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
