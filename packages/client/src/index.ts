/**
 * Keeps a response on the device until the endpoint has confirmed it.
 * Nothing happens at import; `createClient()` starts, and the `close()` of what it returns undoes it.
 */
export { createClient } from './create-client.ts';
export type {
  Attempt,
  Client,
  ClientEvent,
  Discarded,
  ExportedItem,
  Item,
  Receipt,
  Settled,
} from './client.ts';
export type { ClientOptions, Clock, Message, Reply } from './options.ts';
