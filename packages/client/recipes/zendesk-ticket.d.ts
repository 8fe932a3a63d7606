import type { ResponseRecord } from '@heed/core';
/**
 * Runs on your server: makes a ticket of each record.
 *
 * @param site such as `https://shop.zendesk.com`
 * @param token an agent's address, `/token:` and the token, such as `agent@shop.example/token:…`
 */
export declare function saveAsTicket(site: string, token: string, send?: typeof fetch): ({ id, survey, answers }: ResponseRecord) => Promise<void>;
//# sourceMappingURL=zendesk-ticket.d.ts.map