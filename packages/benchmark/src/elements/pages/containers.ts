/** The containers for the questions, in order. */
export const containers = document.querySelectorAll<HTMLElement>('.container');
