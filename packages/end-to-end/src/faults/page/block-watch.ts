/** Notices when the main thread answers nothing: a message to itself comes back as soon as it is free. */
export class BlockWatch {
  /** The longest gap so far, in milliseconds. */
  longestMs = 0;

  start(): void {
    const { port1, port2 } = new MessageChannel();
    let last = performance.now();
    port1.onmessage = () => {
      const now = performance.now();
      this.longestMs = Math.max(this.longestMs, now - last);
      last = now;
      port2.postMessage(null);
    };
    port2.postMessage(null);
  }
}
