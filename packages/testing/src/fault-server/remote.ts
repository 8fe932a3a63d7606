/** A space of the fault server, as a test in a browser or in Node drives it. */
import type { LogEntry, Probe, Rule } from './behaviour.ts';
import { heldKeysOf } from './space.ts';

export type { Behaviour, LogEntry, Rule } from './behaviour.ts';

export interface RemoteSpace {
  /** Where the client under test posts. */
  endpoint: string;
  /** Replaces the rules; without any, every POST gets 201. */
  script(...rules: Rule[]): Promise<void>;
  /** All that arrived, in order. */
  log(): Promise<LogEntry[]>;
  /** All that asked by HEAD. */
  probes(): Promise<Probe[]>;
  /** The keys of what a receiver that stores by key holds. */
  heldKeys(): Promise<Set<string>>;
}

/** @param origin of the fault server @param name one that no other test uses */
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
  };
}
