/** Measures from a worker how long the main thread answers nothing. */

const PAUSE_MS = 5;

/** How long something was kept waiting at most, in milliseconds. */
export interface Waits {
  /** The worker for an answer of the main thread. */
  answerMs: number;
  /** The worker for its own timer: what a busy machine adds to everything. */
  timerMs: number;
}

export class BlockWatch {
  readonly #worker: Worker;

  constructor() {
    const source = `(${measure})(${PAUSE_MS})`;
    this.#worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
    this.#worker.onmessage = () => this.#worker.postMessage('answer');
  }

  async read(): Promise<Waits> {
    return new Promise((resolve) => {
      this.#worker.onmessage = ({ data }) => {
        if (data !== 'question') resolve(data as Waits);
      };
      this.#worker.postMessage('how long?');
    });
  }
}

/** Runs in the worker, which knows nothing of this module. */
function measure(pauseMs: number): void {
  let answerMs = 0;
  let timerMs = 0;
  let since = 0;
  const wait = (): void => {
    since = performance.now();
    setTimeout(ask, pauseMs);
  };
  const ask = (): void => {
    timerMs = Math.max(timerMs, performance.now() - since - pauseMs);
    since = performance.now();
    postMessage('question');
  };
  addEventListener('message', ({ data }) => {
    if (data === 'how long?') return postMessage({ answerMs, timerMs });
    answerMs = Math.max(answerMs, performance.now() - since);
    wait();
  });
  wait();
}
