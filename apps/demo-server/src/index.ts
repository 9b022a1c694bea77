/**
 * The demonstration: the agent with a simulated terminal plugged in, whose patient pages may play.
 *
 * @module
 */

export { demonstrate } from './demonstrate.ts'
export { plugSimulator } from './plug-simulator.ts'
