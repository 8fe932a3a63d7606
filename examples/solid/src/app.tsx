import type { ResponseRecord } from '@heed/core';
import { createSignal, type JSX } from 'solid-js';
import { DeliveryQuestion } from './delivery-question.tsx';
import { FeedbackForm } from './feedback-form.tsx';

export function App(): JSX.Element {
  const [record, setRecord] = createSignal<ResponseRecord>();
  const [sent, setSent] = createSignal('');
  return (
    <>
      <h1>Heed with Solid</h1>
      <h2>A question whose answer the app handles</h2>
      <DeliveryQuestion customer="Ada" onRecord={setRecord} />
      <pre>{record() && JSON.stringify(record(), null, 2)}</pre>
      <h2>A form that is bound to state</h2>
      <FeedbackForm
        start={{ recommend: null, satisfaction: null, why: null }}
        disabled={false}
        onSend={(data) => setSent(JSON.stringify([...data]))}
      />
      <output>{sent()}</output>
    </>
  );
}
