import { css } from 'lit';

export const complaintStyles = css`
  [part='body'],
  [part='fields'],
  [part='step'] {
    display: grid;
    /* Limits the width to that of the complaint. */
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 1.25);
  }
  [part='field']::part(question) {
    font-size: 0.9375em;
  }
  [part='actions'] small {
    flex: 1 1 160px;
  }
  [part='copy'] {
    padding-inline: 8px;
    color: var(--_accent);
    background: none;
  }
  [part='copy']:hover {
    background: var(--_soft);
  }
  [part='summary'] {
    display: flex;
    gap: 12px;
    align-items: start;
    padding: 12px;
    border: max(2px, var(--_stroke)) solid var(--_bad);
    border-radius: var(--_radius);
  }
  [part='summary'] svg {
    inline-size: 22px;
    color: var(--_bad);
  }
  [part='summary'] ul {
    display: grid;
    padding: 0;
    list-style: none;
  }
  [part='summary'] a {
    display: inline-block;
    padding-block: 4px;
    color: var(--_bad);
  }
  [part='link'] {
    color: var(--_accent);
    text-underline-offset: 3px;
    overflow-wrap: anywhere;
  }
  [part='step-title'] {
    font-weight: 600;
  }
  [part='step-title'] small {
    display: block;
  }
  [part='reference'] {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    padding: 8px 12px;
    background: color-mix(in srgb, var(--_ink) 5%, var(--_surface));
    border-radius: var(--_radius);
  }
  [part='reference'] > :first-child {
    inline-size: 100%;
    color: var(--_quiet);
    font-size: 0.8125rem;
  }
  [part='reference'] > [aria-live] {
    flex-basis: 100%;
  }
  #number {
    overflow-wrap: anywhere;
    flex: 1;
    font-family: ui-monospace, monospace;
    font-weight: 600;
    letter-spacing: 0.04em;
    user-select: all;
  }
  [part='due'] {
    display: grid;
    gap: 4px;
  }
  /* A screen reader pauses after a full stop. */
  [part='due'] :is(strong, dt, dd)::after {
    content: '. ';
    opacity: 0;
  }
  [part='due'] dl {
    display: grid;
    gap: 4px;
  }
  [part='due'] div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    justify-content: space-between;
  }
  [part='due'] dd {
    margin: 0;
    color: var(--_quiet);
  }
`;
