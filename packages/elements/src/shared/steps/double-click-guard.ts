/**
 * Presses on the buttons that lead through steps. "Send" takes the place of "next": the second click of a double one
 * must not meet it.
 */
export class DoubleClickGuard {
  /** Another step is shown since the last single click. */
  hasMoved = false;

  readonly onClick = (event: MouseEvent): void => {
    if (event.detail <= 1) this.hasMoved = false;
    else if (this.hasMoved) event.preventDefault();
  };

  /** What a field says when it is left would move the button away from under the pointer that has just pressed it. */
  readonly onMouseDown = (event: Event): void => event.preventDefault();
}
