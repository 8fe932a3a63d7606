import type { ResponseRecord } from '@heed/core';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { DeliveryQuestion } from './delivery-question.tsx';
import { FeedbackForm } from './feedback-form.tsx';

export function App(): VNode {
  const [record, setRecord] = useState<ResponseRecord>();
  const [sent, setSent] = useState('');
  return (
    <>
      <h1>Heed with Preact</h1>
      <h2>A question whose answer the app handles</h2>
      <DeliveryQuestion customer="Ada" onRecord={setRecord} />
      <pre>{record && JSON.stringify(record, null, 2)}</pre>
      <h2>A form that is bound to state</h2>
      <FeedbackForm
        start={{ recommend: null, satisfaction: null, why: null }}
        disabled={false}
        onSend={(data) => setSent(JSON.stringify([...data]))}
      />
      <output>{sent}</output>
    </>
  );
}
