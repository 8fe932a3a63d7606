'use client';
import { HeedNps } from 'heed/react';
import { useEffect, useState, type ReactNode } from 'react';

export function Recommendation({ customer }: { customer: string }): ReactNode {
  const [score, setScore] = useState<number | null>(null);
  useEffect(() => void import('heed'), []);
  return (
    <HeedNps
      survey="checkout"
      endpoint="/api/feedback"
      question={score === null ? undefined : `${score} of 10: thank you!`}
      respondent={{ id: customer }}
      value={score}
      onChange={(event) => setScore(event.currentTarget.value)}
    />
  );
}
