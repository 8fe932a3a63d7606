import '@heed/elements/define/csat';
import '@heed/elements/define/nps';
import '@heed/elements/define/text';
import '@heed/elements/preact';
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

/** The feedback form with tags instead of components, for apps without server rendering. */
export function TagForm({ start, disabled, onSend }: Props): VNode {
  const [answers, setAnswers] = useState(start);
  const answer = (change: Partial<Answers>): void => setAnswers((before) => ({ ...before, ...change }));
  const send = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onSend(new FormData(event.currentTarget));
  };
  return (
    <form onSubmit={send} onReset={() => setAnswers(NONE)}>
      <heed-nps
        name="recommend"
        required
        disabled={disabled}
        value={answers.recommend ?? ''}
        onChange={(event) => answer({ recommend: event.currentTarget.value })}
      />
      <heed-csat
        name="satisfaction"
        display="faces"
        value={answers.satisfaction ?? ''}
        onChange={(event) => answer({ satisfaction: event.currentTarget.value })}
      />
      {answers.recommend !== null && answers.recommend < 9 && (
        <heed-text
          name="why"
          question="What should we do better?"
          value={answers.why ?? ''}
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
