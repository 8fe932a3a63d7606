import type { ClientEvent, Settled } from './client.ts';

const SETTLED = /sent|parked|discarded/;

export type Hub = ReturnType<typeof createHub>;

/**
 * Tells what happens to records, in this page and in the project's other tabs. A channel between them says more than a
 * row that is gone: the endpoint's reply, and whether the record was confirmed or discarded.
 *
 * @param listener hears everything
 */
// oxlint-disable-next-line typescript/explicit-function-return-type -- `Hub` is made of it
export function createHub(name: string, listener: (event: ClientEvent) => void) {
  let receipts: [id: string, settle: (event: Settled) => void][] = [];
  let channel: BroadcastChannel | undefined;

  function tell(event: ClientEvent): void {
    listener(event);
    if (SETTLED.test(event.state))
      // The id of a complete record begins those of its partial versions, and the empty one of a purge begins all.
      receipts = receipts.filter(([id, settle]) => !id.startsWith(event.id) || settle(event as Settled));
  }

  try {
    channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => tell(data as ClientEvent);
    // Node would not end as long as somebody listens.
    (channel as { unref?(): void }).unref?.();
  } catch {
    // Firefox refuses where the page may keep nothing on the device; the tabs share no queue then.
  }
  return {
    emit(event: ClientEvent): void {
      tell(event);
      channel?.postMessage(event);
    },
    /** Resolves with what ends the record, or all of them. */
    settled: (id: string) => new Promise<Settled>((resolve) => receipts.push([id, resolve])),
    close(): void {
      channel?.close();
      channel = undefined;
    },
  };
}
