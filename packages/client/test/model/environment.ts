import type { ClientOptions } from '../../src/index.ts';
import { Channels } from './channels.ts';
import { Device } from './device.ts';
import { Endpoint, type Observer } from './endpoint.ts';
import { Locks } from './locks.ts';
import { Tab, type Features } from './tab.ts';
import { Time } from './time.ts';

/** A device with its tabs, and an endpoint. */
export class Environment {
  readonly time = new Time();
  readonly locks: Locks;
  readonly channels = new Channels();
  readonly device = new Device(this.time);
  readonly endpoint: Endpoint;
  readonly tabs: Tab[] = [];

  constructor(observer: Observer) {
    this.locks = new Locks((tab) => observer.onTheft(tab));
    this.endpoint = new Endpoint(this.time, observer);
  }

  open(features: Features, options: (tab: Tab) => Omit<ClientOptions, 'clock' | 'fetch'>): Tab {
    const tab = new Tab(this, features, (tab) => ({ ...options(tab), fetch: this.endpoint.of(tab) }));
    this.tabs.push(tab);
    return tab;
  }

  /** May an attempt at this record be under way? What it comes to replaces what others came to. */
  isTried(id: string): boolean {
    return (
      this.endpoint.posts.some((post) => post.id === id && !post.isOver) ||
      this.tabs.some(({ mayWaitForHeaders }) => mayWaitForHeaders)
    );
  }

  /** Takes from the environment what was the tab's. @param arrives what it had sent reaches the endpoint all the same */
  crash(tab: Tab, arrives: boolean): void {
    tab.state = 'gone';
    this.locks.drop(tab);
    this.channels.drop(tab);
    this.device.drop(tab);
    this.endpoint.drop(tab, arrives);
  }
}
