import { useState, type ReactNode } from 'react';
import { ComplaintForm } from './complaint-form.tsx';
import { DetailsForm } from './details-form.tsx';
import { FeedbackForm } from './feedback-form.tsx';
import { Recommendation } from './recommendation.tsx';

export function App(): ReactNode {
  const [sent, setSent] = useState('');
  return (
    <>
      <h1>Heed with React</h1>
      <h2>A question that submits its own answer</h2>
      <Recommendation customer="u-42" />
      <h2>A form that is bound to state</h2>
      <FeedbackForm
        start={{ recommend: null, satisfaction: null, why: null }}
        disabled={false}
        onSend={(data) => setSent(JSON.stringify([...data]))}
      />
      <output>{sent}</output>
      <h2>Lists, ratings by statement and consent</h2>
      <DetailsForm
        start={{ reasons: null, service: null, contact: false }}
        options={{ price: 'It costs too much', missing: 'Something is missing' }}
      />
      <h2>A complaint</h2>
      <ComplaintForm start={null} />
    </>
  );
}
