/** Controls a space of the fault server from a test in a browser or in Node. */
import type { LogEntry, Probe, Rule } from './behaviour.ts';
import { heldKeysOf } from './space.ts';

export type { Behaviour, LogEntry, Rule } from './behaviour.ts';

export interface RemoteSpace {
  /** The endpoint for the client under test. */
  endpoint: string;
  /** Replaces the rules. Without rules, the server replies to every POST with 201. */
  script(...rules: Rule[]): Promise<void>;
  /** Returns all requests, in order. */
  log(): Promise<LogEntry[]>;
  /** Returns all HEAD requests. */
  probes(): Promise<Probe[]>;
  /** Returns the keys of the stored records. */
  heldKeys(): Promise<Set<string>>;
  /**
   * Closes the connections of requests without a reply. A request with `keepalive` outlives its page, and a browser opens
   * only six connections to a server, so call it at the end of a test.
   */
  release(): Promise<void>;
}

/** @param origin The origin of the fault server. @param name A name that no other test uses. */
export function openSpace(origin: string, name: string): RemoteSpace {
  const control = `${origin}/control/${name}`;
  const log = async (): Promise<LogEntry[]> => (await fetch(control)).json() as Promise<LogEntry[]>;
  const probes = async (): Promise<Probe[]> => (await fetch(`${control}/probes`)).json() as Promise<Probe[]>;
  return {
    endpoint: `${origin}/${name}/feedback`,
    log,
    probes,
    async script(...rules) {
      await fetch(control, { method: 'PUT', body: JSON.stringify(rules), headers: { 'x-control': 'rules' } });
    },
    heldKeys: async () => heldKeysOf(await log()),
    async release() {
      await fetch(control, { method: 'DELETE', headers: { 'x-control': 'release' } });
    },
  };
}
