import { css } from 'lit';

/** Shows one statement at a time in a narrow container, and in a wide one all of them below sticky end labels. */
export const matrixStyles = css`
  [part~='row'] {
    display: none;
    gap: 8px;
  }
  .table [part~='row'],
  [part~='row-current'] {
    display: grid;
  }
  .table [part~='row'] {
    padding-block: 12px;
    border-block-start: 1px solid var(--_edge);
  }
  /* Clear of the sticky end labels. A step that receives the focus by key gets the exact height. */
  [part~='row'] input {
    scroll-margin-block: 72px;
  }
  [part~='row'][aria-invalid='true'] [part~='option'] {
    border-color: var(--_bad);
  }
  [part='group'] {
    isolation: isolate;
    overflow-wrap: anywhere;
  }
  [part='statement'] {
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
  }
  /* The steps stay under the finger, however long the statement is. */
  .auto [part='statement'] {
    align-content: end;
    min-block-size: 2lh;
  }
  [part='ends'] {
    position: sticky;
    inset-block-start: var(--heed-matrix-head-offset, 0px);
    z-index: 1;
    order: 1;
    margin: 0;
    background: var(--_surface);
  }
  .table [part='ends'] {
    order: 0;
    padding-block: 8px;
    box-shadow: 0 1px var(--_edge);
  }
  [part='actions'] {
    display: flex;
    order: 1;
    gap: 8px;
    justify-content: end;
    margin-block-start: 8px;
  }
  [part='back'] {
    margin-inline-end: auto;
  }
  [part='back'],
  .quiet {
    color: inherit;
    background: none;
  }
  [part='back']:hover,
  .quiet:hover {
    background: var(--_soft);
  }
  /* When one statement is shown at a time, the submit button comes with the last one. */
  [part='next'] + [part='submit'] {
    display: none;
  }
  @container (inline-size >= 33em) {
    :is(.auto, .table) {
      display: grid;
      grid-template-columns: minmax(9em, 1fr) auto;
      gap: 0 24px;
      > * {
        grid-column: 1 / -1;
      }
      [part~='row'] {
        display: grid;
        grid-template: 1fr auto / subgrid;
        gap: 4px 24px;
        align-items: center;
        padding-block: 8px;
        border-block-start: 1px solid var(--_edge);
      }
      [part='statement'] {
        min-block-size: 0;
      }
      [part='scale'] {
        grid-area: 1 / 2 / span 2;
        display: grid;
        grid-auto-columns: minmax(24px, 44px);
        grid-auto-flow: column;
        justify-content: space-between;
        min-inline-size: 13em;
      }
      [part~='option']:not([part~='option-chosen']) {
        font-weight: 400;
      }
      [part='ends'] {
        display: grid;
        grid-template-columns: subgrid;
        order: 0;
        gap: 24px;
        padding-block: 8px;
        box-shadow: 0 1px var(--_edge);
      }
      /* Long labels must not widen the steps. */
      [part='ends'] span {
        grid-area: 1 / 2;
        contain: inline-size;
        inline-size: 48%;
      }
      [part='ends'] span + span {
        justify-self: end;
      }
      :is([part='progress'], [part='back'], [part='next'], [part='actions']:not(:has([part='submit']))) {
        display: none;
      }
      [part='submit'] {
        display: block;
      }
    }
  }
`;
