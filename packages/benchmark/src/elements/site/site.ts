/** Serves the pages of all subjects from memory, and replies in place of the servers of their vendors. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { measureGzip } from '../../shared/bundle.ts';
import { serve } from '../../shared/server.ts';
import type { Subject } from '../subjects.ts';
import { buildFiles, type Files } from './bundle.ts';
import { renderPage } from './page.ts';

export interface Site {
  /**
   * Returns the URL of the page on a new origin, where nothing is cached or stored. The page does not contain its script,
   * `/<id>.js`.
   */
  openOrigin(subject: Subject, count: number): string;
  /** Returns the size after gzip of the scripts and styles at these paths. */
  measureGzip(subject: Subject, paths: readonly string[]): number;
  close(): Promise<void>;
}

interface Visit {
  subject: Subject;
  count: number;
}

/** Starts the site. @param conditions see {@link buildFiles} */
export async function startSite(subjects: readonly Subject[], conditions: string[] = []): Promise<Site> {
  const built = subjects.map(async (subject) => [subject.id, await buildFiles(subject, conditions)] as const);
  const files = new Map<string, Files>(await Promise.all(built));
  const filesOf = ({ id }: Subject): Files => files.get(id) ?? new Map();
  const visits = new Map<string, Visit>();

  const { port, close } = await serve((request, response) => {
    const visit = visits.get(request.headers.host ?? '');
    if (visit) reply(visit, filesOf(visit.subject), request, response);
    else response.writeHead(404).end();
  });

  return {
    openOrigin(subject, count) {
      const host = `${subject.id}-${visits.size}.localhost:${port}`;
      visits.set(host, { subject, count });
      return `http://${host}/`;
    },
    measureGzip(subject, paths) {
      const loaded = [...new Set(paths)].map((path) => filesOf(subject).get(path));
      return loaded.reduce((sum, contents) => sum + (contents ? measureGzip(contents) : 0), 0);
    },
    close,
  };
}

const NAME_ENDS: [string, string][] = [
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
];

function reply(
  { subject, count }: Visit,
  files: Files,
  { url = '/' }: IncomingMessage,
  response: ServerResponse,
): void {
  const { pathname } = new URL(url, 'http://localhost');
  const [, type = 'application/json'] = NAME_ENDS.find(([end]) => pathname.endsWith(end)) ?? [];
  if (pathname === '/') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(renderPage(subject, count, files.has(`/${subject.id}.css`)));
    return;
  }
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(files.get(pathname) ?? JSON.stringify(subject.vendor?.replies(count)[pathname] ?? {}));
}
