import { css } from 'lit';

export const afterScoreStyles = css`
  [part='call-back'] {
    display: grid;
    gap: 8px;
  }
  [part='consent'] {
    display: flex;
    gap: 10px;
    align-items: center;
    min-block-size: var(--_target);
    font-size: 0.9375em;
    cursor: pointer;
  }
  [part='consent'] input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    accent-color: var(--_accent);
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
