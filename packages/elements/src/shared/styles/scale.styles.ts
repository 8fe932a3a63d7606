import { css } from 'lit';

/** A row of steps above the labels of both ends. On a phone, many numbers are in two rows. */
export const scaleStyles = css`
  [part='scale'] {
    display: flex;
    gap: 4px;
  }
  [part='scale'] > * {
    flex: 1 1 0;
  }
  .numbers [part~='option'] {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    background: var(--_surface);
    border: var(--_outline);
  }
  .numbers [part~='option-chosen'] {
    color: var(--_on-accent);
    background: var(--_accent);
    border-color: var(--_accent);
  }
  [part='ends'] {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    margin-block-start: 6px;
  }
  [part='ends'] span + span {
    text-align: end;
  }
  [part='ends'] b {
    display: none;
  }
  @container (inline-size < 400px) {
    .numbers:is(.steps-8, .steps-9, .steps-10, .steps-11) [part='scale'] {
      display: grid;
      grid-template-columns: repeat(5, 1fr);
    }
    .numbers.steps-11 [part='scale'] {
      grid-template-columns: repeat(6, 1fr);
    }
    /* In two rows, the highest step is not above its label. */
    .steps-11 [part='ends'] b {
      display: inline;
    }
  }
  @media (hover: hover) {
    .numbers [part~='option']:not([part~='option-chosen'], [part~='option-disabled']):hover {
      background: var(--_soft);
      border-color: var(--_accent);
    }
  }
`;
