/**
 * Guards the buttons of steps against double clicks: "send" replaces "next", and the second click must not hit it.
 */
export class DoubleClickGuard {
  /** Another step was shown since the last single click. */
  hasMoved = false;

  readonly onClick = (event: MouseEvent): void => {
    if (event.detail <= 1) this.hasMoved = false;
    else if (this.hasMoved) event.preventDefault();
  };

  /** Keeps the focus: an error that appears on blur would move the button away from the pointer. */
  readonly onMouseDown = (event: Event): void => event.preventDefault();
}
