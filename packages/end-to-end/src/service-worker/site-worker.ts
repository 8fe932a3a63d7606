/** A site's own worker, with its own listeners and one call of Heed per project. */
import { deliverInBackground } from '@heed/client/service-worker';

/** TypeScript's DOM library does not include service workers. */
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
listen('sync', (event) => event.waitUntil(fetch(`/sync?tag=${event.tag}`)));

const headers = async (): Promise<Record<string, string>> => ({ authorization: 'Bearer of the worker' });
deliverInBackground({ endpoint, headers });
deliverInBackground({ endpoint: `${endpoint}/shop`, headers, project: 'shop' });
