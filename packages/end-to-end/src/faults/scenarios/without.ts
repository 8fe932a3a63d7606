/** Why an engine cannot play a scenario. */
import type { Scenario } from '../scenario.ts';

type Without = NonNullable<Scenario['without']>;

export const NO_PROFILE: Without = { webkit: 'keeps nothing over a restart' };
export const NO_FILES: Without = { webkit: 'stores no files in a session without a profile' };
export const NO_OFFLINE: Without = { webkit: 'has no switch for the network' };
export const NO_INSECURE_HOST: Without = { webkit: 'takes no host name but those of the machine' };
export const NO_FREEZE: Without = { firefox: 'cannot freeze a tab', webkit: 'cannot freeze a tab' };
export const ONLY_CHROMIUM_CRASHES: Without = {
  firefox: 'has no command for a crash',
  webkit: 'has no command for a crash',
};
export const ONLY_CHROMIUM_LIMITS: Without = {
  firefox: 'has no command for the storage of a site',
  webkit: 'has no command for the storage of a site',
};
