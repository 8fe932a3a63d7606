import { css } from 'lit';

export const textStyles = css`
  [part='field'] {
    overflow-wrap: anywhere;
  }
  [part='counter'] {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  [part='input']::placeholder {
    color: var(--_quiet);
    opacity: 1;
  }
  [part='input']:disabled {
    opacity: 0.6;
  }
  /* 4 to 20 lines; 22px are padding and outline. */
  textarea[part='input'] {
    display: block;
    field-sizing: content;
    min-block-size: calc(4lh + 22px);
    max-block-size: calc(20lh + 22px);
  }
`;
