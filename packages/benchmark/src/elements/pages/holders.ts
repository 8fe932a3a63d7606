/** Where the page wants its questions, in order. */
export const holders = document.querySelectorAll<HTMLElement>('.holder');
