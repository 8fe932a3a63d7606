import { createLocks, setUp, TestEnvironment } from './environment.ts';

/** What a page in a frame lends to the test: a prompt that lives in that page. */
export interface Tab {
  setUp: (settings: Parameters<typeof setUp>[0]) => ReturnType<typeof setUp>;
}

const environment = new TestEnvironment(sessionStorage);
environment.locks = createLocks(window.name);
const tab: Tab = { setUp: (settings) => setUp(settings, environment) };
Object.assign(window, { tab });
