import { css } from 'lit';

export const afterScoreStyles = css`
  [part='call-back'] {
    display: grid;
    gap: 8px;
  }
  [part='link'] {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_target);
    color: var(--_accent);
    font-weight: 600;
    text-underline-offset: 3px;
  }
`;
