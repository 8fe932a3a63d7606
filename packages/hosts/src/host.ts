/** A host: an application in `apps/<name>` with the commands that its developer would run. */

/** The stages, in the order of their execution. Each is a column of the table. */
export const stages = ['types', 'build', 'ssr', 'hydrate', 'submit', 'unit test'] as const;

export type StageName = (typeof stages)[number];

/** The results by stage. Stages that a host does not have are missing. */
export type Results = Partial<Record<StageName, 'passed' | 'failed'>>;

export interface Host {
  /** The name of its folder in `apps`, and for `--only`. */
  name: string;
  /** The name in the table, for example `Next.js, App Router`. */
  label: string;
  /** Packages whose versions are in the table. */
  versions: readonly string[];
  installer: 'pnpm' | 'npm';
  /** Checks types: a command of the host, or `tsc` for every supported TypeScript version and `moduleResolution`. */
  types?: 'tsc' | readonly string[];
  /** Commands of the production build, in order. */
  build?: readonly (readonly string[])[];
  /** Serves the build: a folder, or a command that listens on the port in `PORT`. */
  serve?: { folder: string } | { command: readonly string[] };
  /** Paths of the pages to answer. Missing if the host has no pages. */
  pages?: readonly string[];
  /** True if the page is rendered on the server and hydrated. */
  server?: boolean;
  /** The command of its unit tests. */
  test?: readonly string[];
}

/** Returns the stages of a host. */
export function listStages({ types, build, pages, server, test }: Host): StageName[] {
  const has: Record<StageName, unknown> = {
    types,
    build,
    ssr: server,
    hydrate: server,
    submit: pages,
    'unit test': test,
  };
  return stages.filter((stage) => has[stage]);
}
