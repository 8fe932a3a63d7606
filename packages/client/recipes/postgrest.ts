import type { ClientOptions } from '@heed/client';

/** @param site the URL of the API, such as `https://api.shop.example` */
export const postgrest = (site: string): ClientOptions => ({
  endpoint: `${site}/feedback?on_conflict=id`,
  headers: { prefer: 'resolution=ignore-duplicates' },
  transform: (record) => ({
    id: record.id,
    record: JSON.stringify(record),
  }),
});
