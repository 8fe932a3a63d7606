import type { Tab } from './tab.ts';

/** Simulates the broadcast channels of an origin. */
export class Channels {
  readonly #open = new Set<Channel>();

  /** Returns the `BroadcastChannel` class of one tab. */
  forTab(tab: Tab): new (name: string) => Channel {
    const channels = this.#open;
    return class extends Channel {
      constructor(name: string) {
        super(tab, channels, name);
      }
    };
  }

  removeTab(tab: Tab): void {
    for (const channel of this.#open) if (channel.tab === tab) channel.close();
  }
}

class Channel {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  readonly tab: Tab;
  readonly name: string;
  readonly #open: Set<Channel>;

  constructor(tab: Tab, open: Set<Channel>, name: string) {
    this.tab = tab;
    this.name = name;
    this.#open = open.add(this);
  }

  postMessage(message: unknown): void {
    if (this.tab.state === 'gone') return;
    if (!this.#open.has(this)) throw new DOMException('The channel is closed', 'InvalidStateError');
    for (const other of this.#open) {
      if (other === this || other.name !== this.name) continue;
      const data = structuredClone(message);
      other.tab.deliverSoon(() => this.#open.has(other) && other.onmessage?.({ data }));
    }
  }

  close(): void {
    this.#open.delete(this);
  }
}
