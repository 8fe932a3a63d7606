/** What the tests of the recipes share. */
import type { ClientOptions, Clock } from '@heed/client';
import { type RemoteStandIn, type Seen, type TargetName } from '@heed/testing/stand-ins/remote';
import { type TestClient } from '../src/fixtures.test-helper.ts';
/** Faster than time, but for the limits: so the pauses between attempts are short and real. */
export declare const fastClock: Clock;
export interface Scene {
    target: RemoteStandIn;
    client: TestClient;
    /** A text that only the record of this test contains. */
    mark: string;
    /** How many entries of the target come from the record. */
    count(): Promise<number>;
    /** The posts that arrived. */
    posts(): Promise<Seen[]>;
}
/** The first target of a kind may have to open a database, which takes its time on a busy machine. */
export declare const OPENING_MS = 60000;
/** A target of its own with a client that posts to it. */
export declare function open(name: TargetName, recipe: (site: string) => ClientOptions): Promise<Scene>;
/** Submits the record of a scene. */
export declare function submit({ client, mark }: Scene, files?: readonly File[]): ReturnType<TestClient['submit']>;
//# sourceMappingURL=fixtures.test-helper.d.ts.map