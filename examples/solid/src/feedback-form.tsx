import '@heed/elements/define/csat';
import '@heed/elements/define/nps';
import '@heed/elements/define/text';
import '@heed/elements/solid';
import { Show, type JSX } from 'solid-js';
import { createStore } from 'solid-js/store';

interface Answers {
  recommend: number | null;
  satisfaction: number | null;
  why: string | null;
}

interface Props {
  start: Answers;
  disabled: boolean;
  onSend(data: FormData): void;
}

const NONE: Answers = { recommend: null, satisfaction: null, why: null };

export function FeedbackForm(props: Props): JSX.Element {
  const [answers, setAnswers] = createStore({ ...props.start });
  const send = (event: SubmitEvent & { currentTarget: HTMLFormElement }): void => {
    event.preventDefault();
    props.onSend(new FormData(event.currentTarget));
  };
  return (
    <form onSubmit={send} onReset={() => setAnswers(NONE)}>
      <heed-nps
        name="recommend"
        required
        prop:disabled={props.disabled}
        prop:value={answers.recommend}
        onChange={(event) => setAnswers('recommend', event.currentTarget.value)}
      />
      <heed-csat
        name="satisfaction"
        display="faces"
        prop:value={answers.satisfaction}
        onChange={(event) => setAnswers('satisfaction', event.currentTarget.value)}
      />
      <Show when={answers.recommend !== null && answers.recommend < 9}>
        <heed-text
          name="why"
          question="What should we do better?"
          prop:value={answers.why}
          onInput={(event) => setAnswers('why', event.currentTarget.value)}
        />
      </Show>
      <button>Send</button>
      <button type="reset">Start again</button>
      <button type="button" onClick={() => setAnswers('recommend', null)}>
        Rather not
      </button>
      <pre>{JSON.stringify(answers)}</pre>
    </form>
  );
}
