import type { ResponseRecord } from '@heed/core';
import '@heed/elements/solid';
import type { JSX } from 'solid-js';

interface Props {
  customer: string;
  onRecord(record: ResponseRecord): void;
}

export function DeliveryQuestion(props: Props): JSX.Element {
  return (
    <heed-csat
      survey="delivery"
      prop:question={`How was your delivery, ${props.customer}?`}
      prop:max={7}
      prop:callBack={false}
      follow-up="What should we know?"
      prop:respondent={{ id: props.customer }}
      on:heed-submit={(event) => {
        props.onRecord(event.detail);
        event.respondWith({ state: 'sent' });
      }}
    />
  );
}
