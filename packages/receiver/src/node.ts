/**
 * The receiver as a server on Node: PGlite in a folder when nothing is configured, PostgreSQL by its address.
 */
export { openReceiver, type OpenReceiver, type OpenReceiverOptions } from './node/open-receiver.ts';
export { startReceiver, type RunningReceiver, type StartReceiverOptions } from './node/start-receiver.ts';
