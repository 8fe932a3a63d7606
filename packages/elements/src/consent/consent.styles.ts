import { css } from 'lit';

export const consentStyles = css`
  [part='consent'] {
    align-items: start;
    padding-block: calc((var(--_target) - 1.4em) / 2);
    overflow-wrap: anywhere;
  }
  [part='consent'] input {
    margin-block-start: calc((1.4em - 20px) / 2);
  }
  [part='consent']:has(:disabled) {
    cursor: default;
    opacity: 0.6;
  }
  [part='consent'] [part='question'] {
    font-size: inherit;
    font-weight: inherit;
    text-wrap: wrap;
  }
  [part='consent']:has(+ [part='link']) {
    padding-block-end: 0;
  }
  /* Takes no gap while it is empty. */
  [aria-live]:has(> [hidden]) {
    position: absolute;
  }
  [part='link'] {
    justify-self: start;
    margin-inline-start: 30px;
    color: var(--_accent);
    font-size: 0.8125rem;
    text-underline-offset: 3px;
  }
  [part='link'] svg {
    inline-size: 14px;
    margin-inline-start: 4px;
    vertical-align: -2px;
  }
`;
