import { css } from 'lit';

/** Steps: the progress, the notice of a restored draft, and the row of buttons. */
export const stepStyles = css`
  [part='progress'] {
    display: flex;
    gap: 6px;
    margin-inline-end: var(--_aside, 0px);
  }
  [part='progress'] i {
    flex: 1;
    block-size: 4px;
    background: var(--_edge);
    border-radius: 2px;
  }
  [part='progress'] .done {
    background: var(--_accent);
  }
  [part='notice'],
  [part='actions'] {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
  }
  [part='notice'] {
    /* Keeps the height without a button. */
    min-block-size: calc(var(--_target) + 8px);
    padding: 4px 12px;
    font-size: 0.9375em;
    background: var(--_soft);
    border-radius: var(--_radius);
  }
  [part='notice'] span {
    flex: 1 1 160px;
    padding-block: 6px;
  }
  [part='actions'] {
    justify-content: end;
  }
  .heard {
    position: absolute;
    clip-path: inset(50%);
    white-space: nowrap;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
  }
  [part='back'],
  [part='start-over'],
  [part='undo'] {
    color: var(--_accent);
    background: none;
  }
  /* Wraps below its sentence if there is not enough space. */
  [part='start-over'],
  [part='undo'] {
    padding-inline: 0;
  }
  [part='back'] {
    border: var(--_outline);
  }
  [part='back']:hover {
    background: var(--_soft);
  }
  [part='start-over']:hover,
  [part='undo']:hover {
    text-decoration: underline;
    background: none;
  }
  @media (forced-colors: active) {
    [part='progress'] i {
      background: GrayText;
    }
    [part='progress'] .done {
      background: Highlight;
    }
  }
`;
