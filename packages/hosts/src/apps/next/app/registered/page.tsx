import type { ReactNode } from 'react';
import { FeedbackForm } from '../feedback-form.tsx';
import { Question } from '../question.tsx';
import { Register } from './register.tsx';

export default function Page(): ReactNode {
  return (
    <>
      <Register />
      <Question customer="u-42" />
      <FeedbackForm />
    </>
  );
}
