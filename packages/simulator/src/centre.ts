/**
 * The simulated payment centre over HTTP: the signed envelope in front of the simulator's state machine, and signed
 * pushes. A sub-path of its own, so that a program that needs only the terminal loads no cryptography.
 *
 * @module
 */
export {
  type CentreFace,
  type CentreFaceOptions,
  createCentreFace,
  type SimulatedCentre,
} from './centre/centre-face.ts'
export { type CentreKeys, createCentreKeys } from './centre/centre-keys.ts'
export { type EnvelopeFault, envelopeFaults } from './centre/envelope-faults.ts'
export type { PushDelivery, PushSending, SendPushesOptions } from './centre/send-pushes.ts'
