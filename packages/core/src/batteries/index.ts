/**
 * Ready-made batteries as data: what a matrix question shows, and what the scores need to know of it.
 * A module of its own, so that nobody loads the sentences who does not ask them.
 */
export type {
  Battery,
  BatteryDimension,
  BatteryForm,
  ServiceDimension,
  ServperfBattery,
  ServqualBattery,
  Statement,
} from './battery.ts';
export { SERVPERF } from './servperf-battery.ts';
export { SERVQUAL } from './servqual-battery.ts';
