/** Reasons why an engine cannot run a scenario. */
import type { Scenario } from '../scenario.ts';

type Unsupported = NonNullable<Scenario['unsupported']>;

export const NO_PROFILE: Unsupported = { webkit: 'has no profile that survives a restart' };
export const NO_FILES: Unsupported = { webkit: 'cannot store files without a profile' };
export const NO_OFFLINE: Unsupported = { webkit: 'cannot switch the network off' };
export const NO_INSECURE_HOST: Unsupported = { webkit: 'cannot map other host names' };
export const NO_FREEZE: Unsupported = { firefox: 'cannot freeze a tab', webkit: 'cannot freeze a tab' };
export const ONLY_CHROMIUM_CRASHES: Unsupported = {
  firefox: 'cannot crash a tab',
  webkit: 'cannot crash a tab',
};
export const ONLY_CHROMIUM_LIMITS: Unsupported = {
  firefox: "cannot control a site's storage",
  webkit: "cannot control a site's storage",
};
