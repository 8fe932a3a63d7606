import { createLocks, setUp, TestEnvironment } from './environment.ts';

/** Exposed by a page in a frame, so that a test can create prompts there. */
export interface Tab {
  setUp: (settings: Parameters<typeof setUp>[0]) => ReturnType<typeof setUp>;
}

const environment = new TestEnvironment(sessionStorage);
environment.locks = createLocks(window.name);
const tab: Tab = { setUp: (settings) => setUp(settings, environment) };
Object.assign(window, { tab });
