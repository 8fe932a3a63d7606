/**
 * Calls back for a click outside the panel. A click that began inside, for example to select text, does not count; nor
 * does a click on a launcher, which opens and closes the prompt itself.
 */
export function onClickOutside(panel: Element, callback: () => void, signal: AbortSignal): void {
  const openedAt = performance.now();
  let beganOutside = false;
  const isOutside = (event: Event): boolean => {
    const path = event.composedPath() as Element[];
    // A click on the backdrop of a dialog has the dialog as its target.
    return (
      event.timeStamp > openedAt &&
      (path[0] === panel || !path.includes(panel)) &&
      !path.some(({ localName }) => localName === 'heed-launcher')
    );
  };
  const options = { signal, capture: true };
  document.addEventListener('pointerdown', (event) => void (beganOutside = isOutside(event)), options);
  document.addEventListener(
    'click',
    (event) => void (beganOutside && isOutside(event) && callback()),
    options,
  );
}
