import { css } from 'lit';

/** A card over the page, in the colours of the prompt. */
export const explainPanelStyles = css`
  :host {
    position: fixed;
    /* Several panels overlap, each with its summary visible. */
    inset: calc(16px + var(--_place) * 44px) auto auto 16px;
    inline-size: min(440px, 100% - 32px);
    max-block-size: calc(100% - 32px - var(--_place) * 44px);
    margin: 0;
    padding: 12px 16px;
    overflow: auto;
    box-sizing: border-box;
    font:
      13px/1.5 system-ui,
      sans-serif;
    color: var(--_ink);
    background: var(--_surface);
    border: 1px solid var(--_edge);
    border-radius: 12px;
    box-shadow:
      0 1px 3px rgb(0 0 0 / 0.12),
      0 12px 32px rgb(0 0 0 / 0.18);
  }
  @media print {
    :host {
      display: none !important;
    }
  }
  summary {
    font-weight: 600;
    cursor: pointer;
  }
  p {
    margin: 4px 0 8px;
    color: var(--_quiet);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 4px 12px 4px 0;
    text-align: start;
    vertical-align: baseline;
    border-block-start: 1px solid var(--_edge);
  }
  th {
    font-weight: 400;
    white-space: nowrap;
    color: var(--_quiet);
  }
  .no,
  .no th {
    font-weight: 600;
    color: var(--_bad);
  }
  td {
    overflow-wrap: anywhere;
  }
  time {
    display: block;
    font-weight: 400;
    color: var(--_quiet);
    font-variant-numeric: tabular-nums;
  }
  div {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 12px;
  }
  button {
    min-block-size: 32px;
    padding: 0 12px;
    font: inherit;
    color: inherit;
    background: none;
    border: 1px solid var(--_line);
    border-radius: 8px;
    cursor: pointer;
  }
  button:hover {
    border-color: currentcolor;
  }
  :focus-visible {
    outline: 2px solid;
    outline-offset: 2px;
  }
`;
