import type { ClientOptions } from '../../src/index.ts';
import { Channels } from './channels.ts';
import { Device } from './device.ts';
import { Endpoint, type Observer } from './endpoint.ts';
import { Locks } from './locks.ts';
import { Tab, type Features } from './tab.ts';
import { Time } from './time.ts';

/** Simulates a device with its tabs, and an endpoint. */
export class Environment {
  readonly time = new Time();
  readonly locks: Locks;
  readonly channels = new Channels();
  readonly device = new Device(this.time);
  readonly endpoint: Endpoint;
  readonly tabs: Tab[] = [];

  constructor(observer: Observer) {
    this.locks = new Locks((tab) => observer.onLockStolen(tab));
    this.endpoint = new Endpoint(this.time, observer);
  }

  /** Opens a tab with a client in it. */
  open(features: Features, options: (tab: Tab) => Omit<ClientOptions, 'clock' | 'fetch'>): Tab {
    const tab = new Tab(this, features, (tab) => ({ ...options(tab), fetch: this.endpoint.forTab(tab) }));
    this.tabs.push(tab);
    return tab;
  }

  /** Returns whether an attempt for this record may be in progress. Its result replaces earlier results. */
  isTried(id: string): boolean {
    return (
      this.endpoint.posts.some((post) => post.id === id && !post.isOver) ||
      this.tabs.some(({ mayWaitForHeaders }) => mayWaitForHeaders)
    );
  }

  /**
   * Ends a tab, and releases its locks, channels, connections and requests.
   *
   * @param arrives whether the endpoint still receives its open requests
   */
  crash(tab: Tab, arrives: boolean): void {
    tab.state = 'gone';
    this.locks.removeTab(tab);
    this.channels.removeTab(tab);
    this.device.removeTab(tab);
    this.endpoint.removeTab(tab, arrives);
  }
}
