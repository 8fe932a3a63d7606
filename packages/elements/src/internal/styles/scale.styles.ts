import { css } from 'lit';

/** A row of steps with the words of both ends under it. */
export const scaleStyles = css`
  [part='scale'] {
    display: grid;
    grid-auto-columns: 1fr;
    grid-auto-flow: column;
    gap: 4px;
  }
  .numbers [part~='option'] {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    background: var(--_surface);
    border: var(--_outline);
  }
  .numbers [part~='option-chosen'] {
    color: light-dark(#fff, #10142b);
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
  @media (hover: hover) {
    .numbers [part~='option']:not([part~='option-chosen'], [part~='option-disabled']):hover {
      background: var(--_soft);
      border-color: var(--_accent);
    }
  }
`;
