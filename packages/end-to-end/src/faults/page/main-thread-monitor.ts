/** Measures from a worker how long the main thread is blocked. */

const PAUSE_MS = 5;

/** Maximum delays, in milliseconds. */
export interface Delays {
  /** Longest wait of the worker for a response of the main thread. */
  responseMs: number;
  /** Longest delay of the worker's own timer: the part that a busy machine adds to every wait. */
  timerMs: number;
}

export class MainThreadMonitor {
  readonly #worker: Worker;

  constructor() {
    const source = `(${measure})(${PAUSE_MS})`;
    this.#worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
    this.#worker.onmessage = () => this.#worker.postMessage('pong');
  }

  async read(): Promise<Delays> {
    return new Promise((resolve) => {
      this.#worker.onmessage = ({ data }) => {
        if (data !== 'ping') resolve(data as Delays);
      };
      this.#worker.postMessage('read');
    });
  }
}

/** Runs in the worker and cannot use anything from this module. */
function measure(pauseMs: number): void {
  let responseMs = 0;
  let timerMs = 0;
  let since = 0;
  const wait = (): void => {
    since = performance.now();
    setTimeout(ping, pauseMs);
  };
  const ping = (): void => {
    timerMs = Math.max(timerMs, performance.now() - since - pauseMs);
    since = performance.now();
    postMessage('ping');
  };
  addEventListener('message', ({ data }) => {
    if (data === 'read') return postMessage({ responseMs, timerMs });
    responseMs = Math.max(responseMs, performance.now() - since);
    wait();
  });
  wait();
}
