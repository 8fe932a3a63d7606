import { css } from 'lit';

export const complaintStyles = css`
  [part='options'] {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  [part~='option'] {
    padding: 4px 14px;
    font-size: 0.9375em;
    text-align: center;
    border: var(--_outline);
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
    padding-inline: 4px;
    border-radius: 0;
  }
  .segments [part~='option']:first-child {
    margin: 0;
    border-start-start-radius: var(--_radius);
    border-end-start-radius: var(--_radius);
  }
  .segments [part~='option']:last-child {
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }
  .segments [part~='option-chosen'],
  .segments [part~='option']:focus-within {
    z-index: 1;
  }
  [part='hint'] {
    color: var(--_quiet);
    font-size: 0.8125rem;
  }
  [part='actions'] {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    align-items: center;
  }
  [part='actions'] small {
    flex: 1 1 160px;
  }
  [part='reference'] {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    margin-block-start: 14px;
    padding: 8px 12px;
    background: color-mix(in srgb, var(--_ink) 5%, var(--_surface));
    border-radius: var(--_radius);
  }
  [part='reference'] span {
    inline-size: 100%;
    color: var(--_quiet);
    font-size: 0.8125rem;
  }
  output {
    flex: 1;
    font-family: ui-monospace, monospace;
    font-weight: 600;
    letter-spacing: 0.04em;
    user-select: all;
  }
  [part='copy'] {
    padding-inline: 8px;
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
`;
