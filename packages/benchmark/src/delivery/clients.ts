/** The clients that are compared. One entry is one column of the tables. */

export interface ClientUnderTest {
  /** Names its adapter, `adapters/<id>.ts`, and the origins of its pages. */
  id: string;
  /** As the tables call it. */
  name: string;
  /** The npm packages that it consists of, the one whose version is shown first. */
  packages: [string, ...string[]];
  /** The modules that a team would bundle: what of which package. */
  imports: Record<string, string[]>;
  /** When it puts an item on the device. */
  stores: string;
  /** What it sends for a receiver to tell a repeat by. */
  sendsKey: string;
  /** Does it tell the page that an item is on the device? */
  tellsDisk: boolean;
  /** The tag by which the browser calls its service worker, `adapters/<id>.worker.ts`; absent where it has none. */
  syncTag?: string;
  /** The key by which a receiver can tell a repeat. */
  readKey(arrival: { key: string | undefined; body: string }): string | undefined;
}

const OWN_ID = 'none; here the id that the page makes';

/** The key of a page that makes its own, since the client has none. */
const readOwnId: ClientUnderTest['readKey'] = ({ body }) => (JSON.parse(body) as { id?: string }).id;

export const heed: ClientUnderTest = {
  id: 'heed',
  name: 'Heed',
  packages: ['@heed/client'],
  imports: { '@heed/client': ['createClient'] },
  stores: 'before it is sent',
  sendsKey: 'the header `idempotency-key`',
  tellsDisk: true,
  readKey: ({ key }) => key,
};

export const peers: readonly ClientUnderTest[] = [
  {
    id: 'segment',
    name: 'Segment',
    packages: ['@segment/analytics-next'],
    imports: { '@segment/analytics-next': ['AnalyticsBrowser'] },
    stores: 'when the page is left, in localStorage',
    sendsKey: '`messageId`',
    tellsDisk: false,
    readKey: ({ body }) => (JSON.parse(body) as { messageId?: string }).messageId,
  },
  {
    id: 'workbox',
    name: 'Workbox',
    packages: ['workbox-background-sync', 'workbox-core', 'workbox-routing', 'workbox-strategies'],
    imports: {
      'workbox-background-sync': ['BackgroundSyncPlugin'],
      'workbox-core': ['clientsClaim'],
      'workbox-routing': ['registerRoute'],
      'workbox-strategies': ['NetworkOnly'],
    },
    stores: 'after a request has failed',
    sendsKey: OWN_ID,
    tellsDisk: false,
    syncTag: 'workbox-background-sync:feedback',
    readKey: readOwnId,
  },
  {
    id: 'sentry',
    name: 'Sentry',
    packages: ['@sentry/browser'],
    imports: {
      '@sentry/browser': ['captureFeedback', 'init', 'makeBrowserOfflineTransport', 'makeFetchTransport'],
    },
    stores: 'after a request has failed',
    sendsKey: '`event_id`',
    tellsDisk: false,
    // An envelope is one JSON value a line, the first its header.
    readKey: ({ body }) => (JSON.parse(body.split('\n', 1)[0] ?? '') as { event_id?: string }).event_id,
  },
  {
    id: 'idb-keyval',
    name: 'idb-keyval',
    packages: ['idb-keyval'],
    imports: { 'idb-keyval': ['del', 'get', 'keys', 'set'] },
    stores: 'before it is sent',
    sendsKey: OWN_ID,
    tellsDisk: true,
    readKey: readOwnId,
  },
];

export const clients: readonly ClientUnderTest[] = [heed, ...peers];
