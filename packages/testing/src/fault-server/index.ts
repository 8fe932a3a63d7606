/** A server that misbehaves as it is told, for tests in Node. A browser uses `./remote.ts`. */
export type { Behaviour, Listening, LogEntry, Rule } from './behaviour.ts';
export { faultServerPlugin, ORIGIN_PATH } from './plugin.ts';
export { openSpace, type RemoteSpace } from './remote.ts';
export { startFaultServer, type FaultServer } from './server.ts';
export type { Space } from './space.ts';
