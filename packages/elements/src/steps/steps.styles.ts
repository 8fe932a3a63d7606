import { css } from 'lit';

/** Leading through steps: how far the visitor is. */
export const stepStyles = css`
  [part='progress'] {
    display: flex;
    gap: 6px;
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
  @media (forced-colors: active) {
    [part='progress'] i {
      background: GrayText;
    }
    [part='progress'] .done {
      background: Highlight;
    }
  }
`;
