/**
 * Stores a record on the device until the endpoint confirms it. Importing the package has no side effects:
 * `createClient()` starts listeners and timers, and `close()` stops them.
 */
export { createClient } from './create-client.ts';
export type { Client, ExportedItem, Item, Receipt } from './api/client.ts';
export type { Attempt, ClientEvent, Discarded, Settled } from './api/events.ts';
export type { ClientOptions, Clock, Message, Reply } from './api/options.ts';
