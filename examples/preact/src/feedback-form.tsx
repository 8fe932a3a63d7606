import '@heed/elements/define/csat';
import '@heed/elements/define/nps';
import '@heed/elements/define/text';
import { HeedCsat, HeedNps, HeedText } from '@heed/elements/preact';
import type { TargetedSubmitEvent, VNode } from 'preact';
import { useState } from 'preact/hooks';

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

export function FeedbackForm({ start, disabled, onSend }: Props): VNode {
  const [answers, setAnswers] = useState(start);
  const answer = (change: Partial<Answers>): void => setAnswers((before) => ({ ...before, ...change }));
  const send = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onSend(new FormData(event.currentTarget));
  };
  return (
    <form onSubmit={send} onReset={() => setAnswers(NONE)}>
      <HeedNps
        name="recommend"
        required
        disabled={disabled}
        value={answers.recommend}
        onChange={(event) => answer({ recommend: event.currentTarget.value })}
      />
      <HeedCsat
        name="satisfaction"
        display="faces"
        value={answers.satisfaction}
        onChange={(event) => answer({ satisfaction: event.currentTarget.value })}
      />
      {answers.recommend !== null && answers.recommend < 9 && (
        <HeedText
          name="why"
          question="What should we do better?"
          value={answers.why}
          onInput={(event) => answer({ why: event.currentTarget.value })}
        />
      )}
      <button>Send</button>
      <button type="reset">Start again</button>
      <button type="button" onClick={() => answer({ recommend: null })}>
        Rather not
      </button>
      <pre>{JSON.stringify(answers)}</pre>
    </form>
  );
}
