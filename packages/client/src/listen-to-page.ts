import { ALL } from './delivery/scope.ts';
import type { Sender } from './delivery/sender.ts';
import type { Queue } from './queue/queue.ts';

/**
 * Sends queued records when the device goes online, and when the page is shown or left.
 *
 * @param signal stops listening
 */
export function listenToPage(queue: Queue, sender: Sender, signal: AbortSignal): void {
  const wake = (event: Event & { persisted?: boolean }): void => {
    if (event.persisted) sender.resume();
    // Not when the page has just been loaded: the client tried all records when it started.
    if (event.persisted !== false) void sender.drain(ALL);
  };
  for (const type of ['online', 'pageshow', 'visibilitychange'])
    globalThis.addEventListener?.(type, wake, { signal });
  const leave = (): void => {
    sender.pause();
    // This is the last chance to send or store the entries that are not on the device.
    for (const [id, entry] of queue.volatile()) {
      sender.send(id, entry);
      void queue.save(id, entry);
    }
  };
  // Runs before the page's own listeners, so that what they submit is treated as submitted by a page that is left.
  globalThis.addEventListener?.('pagehide', leave, { capture: true, signal });
}
