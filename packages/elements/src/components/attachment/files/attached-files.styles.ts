import { css } from 'lit';

export const attachedFilesStyles = css`
  [part='files'] {
    display: grid;
    gap: 8px;
    padding: 0;
    list-style: none;
  }
  [part='file'] {
    display: grid;
    grid-template-columns: 48px minmax(0, 1fr) auto;
    column-gap: 12px;
    align-items: center;
    padding: 6px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
  }
  [part='preview'],
  [part='file'] > svg {
    grid-row: span 2;
    inline-size: 48px;
    block-size: 48px;
    border-radius: max(2px, var(--_radius) - 4px);
  }
  [part='file'] > svg {
    padding: 12px;
    color: var(--_quiet);
    background: color-mix(in srgb, var(--_ink) 5%, var(--_surface));
  }
  [part='file-name'] {
    display: flex;
    align-self: end;
    /* At the inline start of the page, in either direction of the name. */
    justify-self: start;
    max-inline-size: 100%;
    font-size: 0.9375em;
    white-space: pre;
  }
  /* No size is shown below the name while the file is prepared. */
  [aria-busy='true'] [part='file-name'] {
    grid-row: span 2;
    align-self: center;
    white-space: normal;
  }
  [part='file-name'] span:first-child {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  [part='file-size'] {
    grid-column: 2;
    align-self: start;
  }
  [part='remove'] {
    display: grid;
    grid-row: 1 / span 2;
    grid-column: 3;
    place-items: center;
    inline-size: var(--_target);
    padding: 0;
    color: var(--_quiet);
    background: none;
  }
  [part='remove']:not(:disabled):hover {
    background: var(--_soft);
  }
  [part='remove'] svg {
    inline-size: 20px;
  }
  .announcement {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
