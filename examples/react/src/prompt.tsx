import '@heed/elements/define/csat';
import '@heed/elements/define/nps';
import '@heed/elements/define/prompt';
import '@heed/elements/define/survey';
import '@heed/elements/react';
import type { ReactNode } from 'react';

export interface PromptProps {
  /** Asks for a recommendation as well. */
  recommends: boolean;
  isThere: boolean;
  onHide(reason: string): void;
}

export function Prompt({ recommends, isThere, onHide }: PromptProps): ReactNode {
  if (!isThere) return null;
  return (
    <heed-prompt
      name="strict"
      display="corner"
      traits={{ recommends }}
      onheed-hide={(event) => onHide(event.detail.reason)}
    >
      <heed-survey survey="strict" no-draft>
        <heed-csat name="satisfaction" />
        {recommends && <heed-nps name="recommend" />}
      </heed-survey>
    </heed-prompt>
  );
}

export function PromptOfTemplate(): ReactNode {
  return (
    <heed-prompt name="strict-template">
      <template>
        <heed-csat survey="strict" />
      </template>
    </heed-prompt>
  );
}
