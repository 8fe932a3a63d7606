import type { ReactNode } from 'react';
import { FeedbackForm } from './feedback-form.tsx';
import { Load } from './load.tsx';
import { Question } from './question.tsx';

export default function Page(): ReactNode {
  return (
    <>
      <Load />
      <Question customer="u-42" />
      <FeedbackForm />
    </>
  );
}
