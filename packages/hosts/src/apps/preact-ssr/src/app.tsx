import '@heed/elements/define/csat';
import '@heed/elements/define/nps';
import { HeedCsat, HeedNps } from '@heed/elements/preact';
import type { TargetedSubmitEvent, VNode } from 'preact';
import { useState } from 'preact/hooks';

export function App(): VNode {
  return (
    <>
      <Question customer="u-42" />
      <FeedbackForm />
    </>
  );
}

export function Question({ customer }: { customer: string }): VNode {
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

export function FeedbackForm(): VNode {
  const [score, setScore] = useState<number | null>(null);
  const [data, setData] = useState('');
  const send = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
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
