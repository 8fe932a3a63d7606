import { isServer as isServerBuild } from 'lit';

/**
 * Whether the elements are rendered on a server. Vitest leaves dependencies to Node, which gets Lit's build for
 * servers, also where jsdom or happy-dom provides a document. Shims for server rendering have a document without
 * content.
 */
export const isServer = isServerBuild && !globalThis.document?.documentElement;
