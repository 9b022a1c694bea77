/**
 * The conformance kit: one function that tests whether a transport keeps the contract.
 *
 * @module
 */
export type { CaseContext, ConformanceCase, PeerAbility, ReadyPeer } from './conformance/case.ts'
export { conformanceCases } from './conformance/cases.ts'
export { type DeclareOptions, declareCases, type TestRunner } from './conformance/declare-cases.ts'
export type {
  ConformanceSubject,
  MakeSubject,
  Peer,
  PeerBehaviour,
  PeerRequest,
  PeerSessions,
} from './conformance/peer.ts'
export { type CaseOptions, runConformanceCase } from './conformance/run-case.ts'
export { type PeerAnswer, type PeerMedium, type ScriptedPeer, scriptPeer } from './conformance/script-peer.ts'
export { type TestTransportOptions, testTransport } from './conformance/test-transport.ts'
export { type ConformanceTiming, type Waiting, within } from './conformance/waiting.ts'
