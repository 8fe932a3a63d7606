import { css } from 'lit';

export const complaintStyles = css`
  [part='options'] {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space));
  }
  [part~='option'] {
    display: inline-grid;
    place-items: center;
    min-block-size: 44px;
    padding: calc(1 * var(--_space)) calc(3.5 * var(--_space));
    font-size: 0.9375em;
    text-align: center;
    border: 1px solid var(--_outline);
    border-radius: 22px;
  }
  [part~='option-chosen'] {
    color: var(--_accent);
    font-weight: 600;
    background: var(--_soft);
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 0.5px var(--_accent);
  }
  .segments {
    display: grid;
    grid-auto-columns: 1fr;
    grid-auto-flow: column;
    gap: 0;
  }
  .segments [part~='option'] {
    margin-inline-start: -1px;
    padding-inline: var(--_space);
    border-radius: 0;
  }
  .segments [part~='option']:first-child {
    margin: 0;
    border-start-start-radius: var(--_radius-s);
    border-end-start-radius: var(--_radius-s);
  }
  .segments [part~='option']:last-child {
    border-start-end-radius: var(--_radius-s);
    border-end-end-radius: var(--_radius-s);
  }
  .segments [part~='option-chosen'],
  .segments [part~='option']:focus-within {
    z-index: 1;
  }
  [part='input'][aria-invalid='true'] {
    border-color: var(--_bad);
    box-shadow: inset 0 0 0 1px var(--_bad);
  }
  [part='hint'] {
    margin-block-start: calc(1.5 * var(--_space));
    color: var(--_quiet);
    font-size: 0.8125em;
  }
  [part='consent'] {
    display: flex;
    gap: calc(2.5 * var(--_space));
    align-items: center;
    min-block-size: 44px;
    font-size: 0.9375em;
    cursor: pointer;
  }
  [part='consent'] input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--_accent);
  }
  [part='actions'] {
    flex-wrap: wrap;
    gap: calc(3 * var(--_space));
    align-items: center;
    justify-content: space-between;
  }
  [part='actions'] small {
    flex: 1 1 160px;
  }
  [part='reference'] {
    display: flex;
    flex-wrap: wrap;
    gap: calc(1 * var(--_space)) calc(3 * var(--_space));
    align-items: center;
    margin-block-start: calc(3.5 * var(--_space));
    padding: calc(2 * var(--_space)) calc(3 * var(--_space));
    background: color-mix(in srgb, var(--_ink) 5%, var(--_surface));
    border-radius: var(--_radius-s);
  }
  [part='reference'] span {
    inline-size: 100%;
    color: var(--_quiet);
    font-size: 0.8125em;
  }
  output {
    flex: 1;
    font-family: ui-monospace, monospace;
    font-weight: 600;
    letter-spacing: 0.04em;
    user-select: all;
  }
  [part='copy'] {
    padding-inline: calc(2 * var(--_space));
    color: var(--_accent);
    background: none;
  }
  [part='copy']:hover {
    background: var(--_soft);
  }
  @media (hover: hover) {
    [part~='option']:not([part~='option-chosen'], [part~='option-disabled']):hover {
      background: var(--_soft);
      border-color: var(--_accent);
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    [part~='option'] {
      transition: 120ms ease-out;
      transition-property: background-color, border-color, color;
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
