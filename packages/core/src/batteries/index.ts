/**
 * Ready-made batteries as data for matrix questions and scores. In a separate module, so that a bundle contains the
 * texts only if they are used.
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
