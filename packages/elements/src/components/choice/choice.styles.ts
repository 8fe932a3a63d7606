import { css } from 'lit';

export const choiceStyles = css`
  [part='hint'] {
    margin-block: -6px 2px;
  }
  [part='options'] {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  [part~='option'] {
    display: grid;
    place-content: center;
    place-items: center;
    min-inline-size: 0;
    padding: 10px 14px;
    font-size: 0.9375em;
    text-align: center;
    overflow-wrap: anywhere;
    border: var(--_outline);
  }
  [part~='option-chosen'] {
    font-weight: 600;
  }
  /* In forced colours, the system's colours apply. */
  @media (forced-colors: none) {
    [part~='option'] {
      background: var(--_surface);
    }
    [part~='option-chosen'] {
      color: var(--_accent);
      background: var(--_soft);
      border-color: var(--_accent);
      box-shadow: inset 0 0 0 0.5px var(--_accent);
    }
  }
  /* Reserves the width of bold text, so that nothing moves when an option is chosen. */
  :not(.list) > [part~='option']::after {
    content: attr(data-label) / '';
    block-size: 0;
    overflow: hidden;
    font-weight: 600;
    visibility: hidden;
  }
  .chips [part~='option'] {
    border-radius: calc(var(--_target) / 2);
  }
  /* One bar with rounded ends. */
  .segments {
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    gap: 0;
    [part~='option'] {
      margin-inline-start: calc(-1 * var(--_stroke));
      padding-inline: 4px;
      border-radius: 0;
    }
    [part~='option']:first-child {
      margin: 0;
      border-start-start-radius: var(--_radius);
      border-end-start-radius: var(--_radius);
    }
    [part~='option']:last-child {
      border-start-end-radius: var(--_radius);
      border-end-end-radius: var(--_radius);
    }
    [part~='option']:is(:focus-within, [part~='option-chosen']) {
      z-index: 1;
    }
  }
  .list {
    display: grid;
    gap: 6px;
    [part~='option'] {
      grid-template-columns: auto 1fr;
      gap: 10px;
      place-content: center stretch;
      justify-items: start;
      font-weight: 400;
      text-align: start;
    }
    [part~='option']:has(:focus-visible) {
      outline: 2px solid var(--_accent);
      outline-offset: 2px;
    }
    input {
      position: static;
      appearance: auto;
      inline-size: 20px;
      block-size: 20px;
      accent-color: var(--_accent);
      forced-color-adjust: auto;
      outline: none;
    }
  }
  /* A long list scrolls, so that the content below stays in reach. The padding makes room for the focus ring. */
  .list:has(> :nth-child(13)) {
    max-block-size: 440px;
    margin: -4px;
    padding: 4px;
    overflow-y: auto;
  }
  [part='clear'] {
    align-self: start;
    padding: 0;
    font-size: 0.8125rem;
    font-weight: 400;
    text-decoration: underline;
    color: var(--_quiet);
    text-underline-offset: 3px;
    background: none;
    &:hover {
      color: var(--_ink);
      background: none;
    }
  }
  @container (inline-size < 400px) {
    .segments:has(> :nth-child(5)) {
      grid-auto-flow: row;
      gap: 4px;
      [part~='option'] {
        margin: 0;
        border-radius: var(--_radius);
      }
    }
  }
  @media (hover: hover) {
    [part~='option']:not([part~='option-chosen'], [part~='option-disabled']):hover {
      background: var(--_soft);
      border-color: var(--_accent);
    }
  }
`;
