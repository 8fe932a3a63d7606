/** What runs in the page; each function is sent there alone, without what stands around it. */

declare global {
  /** What the page has seen since {@link observe}. */
  var seen: { longTasksMs: number[]; shift: number };
}

/** Notes from now on which tasks were long, and by how much the layout shifted. */
export function observe(): void {
  const seen: typeof globalThis.seen = { longTasksMs: [], shift: 0 };
  globalThis.seen = seen;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longTasksMs.push(duration);
  }).observe({ type: 'longtask' });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      seen.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift' });
}

/** What became of the script, in milliseconds of the page's clock. */
export interface Loaded {
  /** When it had arrived. */
  arrivedMs: number;
  /** When every question of the page was answerable. */
  answerableMs: number;
}

/**
 * Adds the script, and looks before each frame whether each question has a step that can be seen.
 *
 * @param step finds a step below its holder, through shadow roots
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
  const isSeen = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.getBoundingClientRect().height > 0;

  let waiting = [...document.querySelectorAll('.holder')];
  const script = document.createElement('script');
  script.type = 'module';
  script.src = src;
  document.head.append(script);
  const end = performance.now() + limitMs;
  return new Promise((resolve, reject) => {
    const look = (): void => {
      waiting = waiting.filter((holder) => {
        const found = findIn(holder);
        return !found || !isSeen(found);
      });
      if (performance.now() > end) return reject(new Error(`${waiting.length} questions did not come`));
      if (waiting.length > 0) return void requestAnimationFrame(look);
      const [loaded] = performance.getEntriesByName(script.src) as PerformanceResourceTiming[];
      resolve({ arrivedMs: loaded?.responseEnd ?? NaN, answerableMs: performance.now() });
    };
    requestAnimationFrame(look);
  });
}

/** Brings a step of the first question into view. @returns its middle */
export function showStep(step: string, index: number): { x: number; y: number } {
  const findAll = (root: ParentNode): Element[] => [
    ...root.querySelectorAll(step),
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? findAll(shadowRoot) : [])),
  ];
  const [holder] = document.querySelectorAll('.holder');
  const steps = holder ? findAll(holder) : [];
  const shown = steps[Math.min(index, steps.length - 1)];
  if (!shown) throw new Error('the first question has no step');
  shown.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = shown.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

/** Is there, through shadow roots, what a taken step leaves? */
export function isTaken(taken: string): boolean {
  const isIn = (root: ParentNode): boolean =>
    root.querySelector(taken) !== null ||
    [...root.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot && isIn(shadowRoot));
  return isIn(document);
}
