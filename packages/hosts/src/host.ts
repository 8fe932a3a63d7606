/** What a host is: an application in `apps/<name>`, and the commands that its developer would run. */

/** The columns of the table, in the order in which they run. */
export const stages = ['types', 'build', 'ssr', 'hydrate', 'submit', 'unit test'] as const;

export type StageName = (typeof stages)[number];

/** How a stage ended. Stages that a host does not have are missing. */
export type Results = Partial<Record<StageName, 'passed' | 'failed'>>;

export interface Host {
  /** Folder in `apps`, and the word for `--only`. */
  name: string;
  /** First cell of the table, for example `Next.js (App Router)`. */
  label: string;
  /** Packages whose versions the table names. */
  versions: readonly string[];
  installer: 'pnpm' | 'npm';
  /** Checks the types: a command of the host, or `tsc` for each TypeScript and each way of resolving modules. */
  types?: 'tsc' | readonly string[];
  /** Commands of the production build, in order. */
  build?: readonly (readonly string[])[];
  /** What serves the build: a folder of files, or a command that listens on the port in `PORT`. */
  serve?: { folder: string } | { command: readonly string[] };
  /** Paths of pages on which an answer is given; absent where there is nothing to serve. */
  pages?: readonly string[];
  /** True where a server renders the page, and the host takes over what it rendered. */
  server?: boolean;
  /** The host's own unit tests. */
  test?: readonly string[];
}

/** The stages that a host has. */
export function stagesOf({ types, build, pages, server, test }: Host): StageName[] {
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
