import '@heed/elements/define/csat';
import '@heed/elements/define/nps';
import '@heed/elements/solid';
import { createSignal, type JSX } from 'solid-js';

export function App(): JSX.Element {
  return (
    <>
      <Question customer="u-42" />
      <FeedbackForm />
    </>
  );
}

export function Question(props: { customer: string }): JSX.Element {
  const [events, setEvents] = createSignal<string[]>([]);
  const note = (event: Event): void => {
    setEvents((before) => [...before, event.type]);
  };
  return (
    <>
      <heed-nps
        survey="checkout"
        endpoint="/feedback"
        prop:respondent={{ id: props.customer }}
        on:heed-submit={note}
        on:heed-sent={note}
      />
      <p id="events">{events().join(' ')}</p>
    </>
  );
}

export function FeedbackForm(): JSX.Element {
  const [score, setScore] = createSignal<number | null>(null);
  const [data, setData] = createSignal('');
  const send = (event: SubmitEvent & { currentTarget: HTMLFormElement }): void => {
    event.preventDefault();
    setData(JSON.stringify(Object.fromEntries(new FormData(event.currentTarget))));
  };
  return (
    <form onSubmit={send} onReset={() => setScore(null)}>
      <heed-csat
        name="satisfaction"
        required
        prop:disabled={false}
        prop:value={score()}
        onChange={(event) => setScore(event.currentTarget.value)}
      />
      <button>Send</button>
      <button type="reset">Start again</button>
      <p id="value">{score()}</p>
      <p id="data">{data()}</p>
    </form>
  );
}
