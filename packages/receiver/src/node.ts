/**
 * The receiver as a Node.js server. It stores responses with PGlite in a folder by default, or in PostgreSQL if you set
 * `databaseUrl`.
 */
export { openReceiver, type OpenReceiver, type OpenReceiverOptions } from './node/open-receiver.ts';
export { startReceiver, type RunningReceiver, type StartReceiverOptions } from './node/start-receiver.ts';
