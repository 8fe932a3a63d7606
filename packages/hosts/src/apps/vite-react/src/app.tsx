import { HeedCsat, HeedNps } from '@heed/elements/react';
import { useState, type FormEvent, type ReactNode } from 'react';

export function App(): ReactNode {
  return (
    <>
      <Question customer="u-42" />
      <FeedbackForm />
    </>
  );
}

export function Question({ customer }: { customer: string }): ReactNode {
  const [events, setEvents] = useState<string[]>([]);
  const note = (event: Event): void => setEvents((before) => [...before, event.type]);
  return (
    <>
      <HeedNps
        survey="checkout"
        endpoint="/feedback"
        respondent={{ id: customer }}
        onheed-submit={note}
        onheed-sent={note}
      />
      <p id="events">{events.join(' ')}</p>
    </>
  );
}

export function FeedbackForm(): ReactNode {
  const [score, setScore] = useState<number | null>(null);
  const [data, setData] = useState('');
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setData(JSON.stringify(Object.fromEntries(new FormData(event.currentTarget))));
  };
  return (
    <form onSubmit={send} onReset={() => setScore(null)}>
      <HeedCsat
        name="satisfaction"
        required
        disabled={false}
        value={score}
        onChange={(event) => setScore(event.currentTarget.value)}
      />
      <button>Send</button>
      <button type="reset">Start again</button>
      <p id="value">{score}</p>
      <p id="data">{data}</p>
    </form>
  );
}
