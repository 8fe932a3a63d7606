import { css } from 'lit';

/** A row of steps, each a native radio button under what is drawn for it. */
export const scaleStyles = css`
  [part='scale'] {
    display: grid;
    grid-auto-columns: 1fr;
    grid-auto-flow: column;
    gap: var(--_space);
  }
  [part~='option'] {
    display: grid;
    place-items: center;
    min-block-size: 44px;
    border-radius: var(--_radius-s);
  }
  .numbers [part~='option'] {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    background: var(--_surface);
    border: 1px solid var(--_outline);
  }
  .numbers [part~='option-chosen'] {
    color: var(--_on-accent);
    background: var(--_accent);
    border-color: var(--_accent);
  }
  [part='ends'] {
    display: flex;
    justify-content: space-between;
    gap: calc(4 * var(--_space));
    margin-block-start: calc(2 * var(--_space));
    color: var(--_quiet);
    font-size: 0.8125em;
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
  @media (prefers-reduced-motion: no-preference) {
    [part~='option'],
    [part~='option'] svg {
      transition: 120ms ease-out;
      transition-property: background-color, border-color, color, fill, scale;
    }
  }
  @media (forced-colors: active) {
    [part~='option-chosen'] {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
  }
`;
