import { css } from 'lit';

/** Text fields. */
export const fieldStyles = css`
  [part='field'] {
    display: grid;
    /* A date field would overflow a narrow page with large text. */
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
  }
  [part='label'] {
    font-size: 0.9375em;
    font-weight: 600;
  }
  [part='input'] {
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: 10px 12px;
    color: inherit;
    font: inherit;
    /* Below 16 px, phones zoom the page in when a field gets the focus. */
    font-size: max(16px, 1em);
    background: var(--_surface);
    border: var(--_outline);
    border-radius: var(--_radius);
    resize: vertical;
  }
  [part='input'][aria-invalid='true'] {
    border-color: var(--_bad);
    box-shadow: inset 0 0 0 1px var(--_bad);
  }
`;
