import type { Answer } from '@heed/core';
import '@heed/elements/define/complaint';
import '@heed/elements/react';
import { useState, type ReactNode } from 'react';

export function ComplaintForm({ start }: { start: Answer[] | null }): ReactNode {
  const [answers, setAnswers] = useState(start);
  return (
    <form>
      <heed-complaint
        name="complaint"
        fields="details order"
        value={answers}
        onInput={(event) => setAnswers(event.currentTarget.value)}
      />
      <button type="button" onClick={() => setAnswers(null)}>
        Rather not
      </button>
      <pre>{JSON.stringify(answers)}</pre>
    </form>
  );
}
