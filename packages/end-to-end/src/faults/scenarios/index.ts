import type { Family, Scenario } from '../scenario.ts';
import { concurrencyScenarios } from './concurrency.ts';
import { connectivityScenarios } from './connectivity.ts';
import { dataAndTimeScenarios } from './data-and-time.ts';
import { processScenarios } from './process.ts';
import { protocolScenarios } from './protocol.ts';
import { storageScenarios } from './storage.ts';

export const SCENARIOS: Record<Family, readonly Scenario[]> = {
  process: processScenarios,
  protocol: protocolScenarios,
  connectivity: connectivityScenarios,
  concurrency: concurrencyScenarios,
  storage: storageScenarios,
  'data and time': dataAndTimeScenarios,
};
