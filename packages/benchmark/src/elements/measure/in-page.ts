/** Functions that run in the page. Each is serialised alone, so it must not use other code of this module. */

declare global {
  /** The observations since {@link observe}. */
  var observed: { longTasksMs: number[]; shift: number };
}

/** Starts recording long tasks and layout shifts. */
export function observe(): void {
  const observed: typeof globalThis.observed = { longTasksMs: [], shift: 0 };
  globalThis.observed = observed;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) observed.longTasksMs.push(duration);
  }).observe({ type: 'longtask' });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      observed.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift' });
}

/** Times of the script, in milliseconds of the page's clock. */
export interface Loaded {
  /** When the script had arrived. */
  arrivedMs: number;
  /** When every question of the page was answerable. */
  answerableMs: number;
}

/**
 * Adds the script, and checks before each frame whether every question has a visible step.
 *
 * @param step A selector that finds a step in its container, through shadow roots.
 */
export function loadScript(src: string, step: string, limitMs: number): Promise<Loaded> {
  const findIn = (root: ParentNode): Element | undefined => {
    const found = root.querySelector(step);
    if (found) return found;
    for (const { shadowRoot } of root.querySelectorAll('*')) {
      const inside = shadowRoot && findIn(shadowRoot);
      if (inside) return inside;
    }
    return undefined;
  };
  const isVisible = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.getBoundingClientRect().height > 0;

  let waiting = [...document.querySelectorAll('.container')];
  const script = document.createElement('script');
  script.type = 'module';
  script.src = src;
  document.head.append(script);
  const end = performance.now() + limitMs;
  return new Promise((resolve, reject) => {
    const check = (): void => {
      waiting = waiting.filter((container) => {
        const found = findIn(container);
        return !found || !isVisible(found);
      });
      if (performance.now() > end) return reject(new Error(`${waiting.length} questions did not appear.`));
      if (waiting.length > 0) return void requestAnimationFrame(check);
      const [loaded] = performance.getEntriesByName(script.src) as PerformanceResourceTiming[];
      resolve({ arrivedMs: loaded?.responseEnd ?? NaN, answerableMs: performance.now() });
    };
    requestAnimationFrame(check);
  });
}

/** Scrolls a step of the first question into view. Returns its middle. */
export function showStep(step: string, index: number): { x: number; y: number } {
  const findAll = (root: ParentNode): Element[] => [
    ...root.querySelectorAll(step),
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? findAll(shadowRoot) : [])),
  ];
  const [container] = document.querySelectorAll('.container');
  const steps = container ? findAll(container) : [];
  const shown = steps[Math.min(index, steps.length - 1)];
  if (!shown) throw new Error('The first question has no step.');
  shown.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = shown.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

/** Returns whether the page contains a selected step, through shadow roots. */
export function isSelected(selected: string): boolean {
  const isIn = (root: ParentNode): boolean =>
    root.querySelector(selected) !== null ||
    [...root.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot && isIn(shadowRoot));
  return isIn(document);
}
