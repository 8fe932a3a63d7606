/**
 * Keeps a response on the device until the endpoint has confirmed it.
 * Nothing happens at import; `createClient()` starts, and the `close()` of what it returns undoes it.
 */
export { createClient } from './create-client.ts';
export type { Client, Delivery, Item, ClientEvent, Receipt } from './client.ts';
export type { ClientOptions, Clock, Reply } from './options.ts';
