import { openStandIn } from '@heed/testing/stand-ins/remote';
import { makeName, makeRecord, startClient } from '../src/fixtures.test-helper.js';
const start = Date.now();
/** How long an attempt may take, and how long a client waits for the lock. */
const LIMITS_MS = [30_000, 60_000];
const SPEED = 20;
/** Faster than time, but for the limits: so the pauses between attempts are short and real. */
export const fastClock = {
    now: () => start + (Date.now() - start) * SPEED,
    timeout: (ms) => AbortSignal.timeout(LIMITS_MS.includes(ms) ? ms : ms / SPEED),
};
/** The first target of a kind may have to open a database, which takes its time on a busy machine. */
export const OPENING_MS = 60_000;
/** A target of its own with a client that posts to it. */
export async function open(name, recipe) {
    const { control } = (await (await fetch('/stand-ins.json')).json());
    const target = await openStandIn(control, name);
    const mark = makeName();
    return {
        target,
        mark,
        client: startClient({ ...recipe(target.site), clock: fastClock }),
        count: async () => (await target.held()).filter((entry) => JSON.stringify(entry).includes(mark)).length,
        posts: async () => (await target.seen()).filter(({ method }) => method === 'POST'),
    };
}
/** Submits the record of a scene. */
export function submit({ client, mark }, files) {
    return client.submit(makeRecord(mark), files);
}
//# sourceMappingURL=fixtures.test-helper.js.map