/** A site's own worker: it has listeners of its own, and one line of Heed for each project. */
import { deliverInBackground } from '@heed/client/service-worker';

/** TypeScript's DOM library knows no service workers. */
interface WorkerEvent extends Event {
  readonly request: Request;
  readonly tag: string;
  respondWith(reply: Response): void;
  waitUntil(work: Promise<unknown>): void;
}
declare function skipWaiting(): Promise<void>;
declare const clients: { claim(): Promise<void> };

const endpoint = new URL(location.href).searchParams.get('endpoint') ?? '/nowhere';

function listen(type: string, listener: (event: WorkerEvent) => void): void {
  addEventListener(type, (event) => listener(event as WorkerEvent));
}

listen('install', (event) => event.waitUntil(skipWaiting()));
listen('activate', (event) => event.waitUntil(clients.claim()));
listen('fetch', (event) => {
  if (event.request.url.endsWith('/own')) event.respondWith(new Response('from the worker'));
});
listen('sync', (event) => event.waitUntil(fetch(`/heard?tag=${event.tag}`)));

const headers = async (): Promise<Record<string, string>> => ({ authorization: 'Bearer of the worker' });
deliverInBackground({ endpoint, headers });
deliverInBackground({ endpoint: `${endpoint}/shop`, headers, project: 'shop' });
