import { css } from 'lit';

/** Complete on its own, so that a page with only a consent does not load the styles of text fields. */
export const consentStyles = css`
  [part='field'] {
    display: grid;
    gap: 6px;
  }
  [part='consent'] {
    display: flex;
    gap: 10px;
    align-items: start;
    padding-block: calc((var(--_target) - 1.4em) / 2);
    font-size: 0.9375em;
    cursor: pointer;
  }
  [part='consent'] input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin-block-start: calc((1.4em - 20px) / 2);
    accent-color: var(--_accent);
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
    margin-block-end: -4px;
    padding-block-end: 0;
  }
  [part='link'] {
    align-self: start;
    min-inline-size: 0;
    margin-inline-start: 30px;
    padding-block: 4px;
    overflow-wrap: anywhere;
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
