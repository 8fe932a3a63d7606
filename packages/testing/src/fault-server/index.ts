/** A server that fails on request, for tests in Node. Tests in a browser use `./remote.ts`. */
export type { Behaviour, Listening, LogEntry, Rule } from './behaviour.ts';
export { faultServerPlugin, ORIGIN_PATH } from './plugin.ts';
export { openSpace, type RemoteSpace } from './remote.ts';
export { startFaultServer, type FaultServer } from './server.ts';
export type { Space } from './space.ts';
