import '@heed/elements/define/csat';
import '@heed/elements/define/nps';
import '@heed/elements/define/prompt';
import '@heed/elements/define/survey';
import '@heed/elements/react';
import type { ReactNode } from 'react';

export interface PromptProps {
  /** Adds a recommendation question. */
  hasRecommendation: boolean;
  isRendered: boolean;
  onHide(reason: string): void;
}

export function Prompt({ hasRecommendation, isRendered, onHide }: PromptProps): ReactNode {
  if (!isRendered) return null;
  return (
    <heed-prompt
      name="strict"
      display="corner"
      traits={{ hasRecommendation }}
      onheed-hide={(event) => onHide(event.detail.reason)}
    >
      <heed-survey survey="strict" no-draft>
        <heed-csat name="satisfaction" />
        {hasRecommendation && <heed-nps name="recommend" />}
      </heed-survey>
    </heed-prompt>
  );
}

export function PromptWithTemplate(): ReactNode {
  return (
    <heed-prompt name="strict-template">
      <template>
        <heed-csat survey="strict" />
      </template>
    </heed-prompt>
  );
}
