/** The compared clients. One entry is one column of the tables. */

export interface ClientUnderTest {
  /** The name of its adapter, `adapters/<id>.ts`, and of the origins of its pages. */
  id: string;
  /** The name in the tables. */
  name: string;
  /** Its npm packages. The tables show the version of the first one. */
  packages: [string, ...string[]];
  /** The exports that an application would bundle, by package. */
  imports: Record<string, string[]>;
  /** When it stores an item on the device. */
  stores: string;
  /** The key that it sends, by which a receiver can detect duplicates. */
  sendsKey: string;
  /** Whether it reports to the page that an item is on the device. */
  reportsDisk: boolean;
  /** The sync tag of its service worker, `adapters/<id>.worker.ts`. Missing without a service worker. */
  syncTag?: string;
  /** Reads the key of a request. */
  readKey(arrival: { key: string | undefined; body: string }): string | undefined;
}

const PAGE_ID = 'none; the benchmark adds an id';

/** Reads the id that the page creates for clients without a key. */
const readPageId: ClientUnderTest['readKey'] = ({ body }) => (JSON.parse(body) as { id?: string }).id;

export const heed: ClientUnderTest = {
  id: 'heed',
  name: 'Heed',
  packages: ['@heed/client'],
  imports: { '@heed/client': ['createClient'] },
  stores: 'before it is sent',
  sendsKey: 'the header `idempotency-key`',
  reportsDisk: true,
  readKey: ({ key }) => key,
};

export const peers: readonly ClientUnderTest[] = [
  {
    id: 'segment',
    name: 'Segment',
    packages: ['@segment/analytics-next'],
    imports: { '@segment/analytics-next': ['AnalyticsBrowser'] },
    stores: 'in localStorage, when the page is left',
    sendsKey: '`messageId`',
    reportsDisk: false,
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
    sendsKey: PAGE_ID,
    reportsDisk: false,
    syncTag: 'workbox-background-sync:feedback',
    readKey: readPageId,
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
    reportsDisk: false,
    // An envelope has one JSON value per line. The first line is the header.
    readKey: ({ body }) => (JSON.parse(body.split('\n', 1)[0] ?? '') as { event_id?: string }).event_id,
  },
  {
    id: 'idb-keyval',
    name: 'idb-keyval',
    packages: ['idb-keyval'],
    imports: { 'idb-keyval': ['del', 'get', 'keys', 'set'] },
    stores: 'before it is sent',
    sendsKey: PAGE_ID,
    reportsDisk: true,
    readKey: readPageId,
  },
];

export const clients: readonly ClientUnderTest[] = [heed, ...peers];
