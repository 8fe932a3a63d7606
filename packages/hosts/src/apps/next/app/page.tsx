import type { ReactNode } from 'react';
import { FeedbackForm } from './feedback-form.tsx';
import { Question } from './question.tsx';

export default function Page(): ReactNode {
  return (
    <>
      <h1>Thank you for your order</h1>
      <Question customer="u-42" />
      <FeedbackForm />
    </>
  );
}
