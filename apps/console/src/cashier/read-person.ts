import type { Agent, QueryCredentialAnswer } from '@nationec/browser'
import { agent } from '../agent/session.ts'

/** How the patient says who it is. */
export type Way = 'code' | 'face'

const AT_THIS_DESK = {
  businessType: '01301', // table C.1: hospital, settlement
  operatorId: '007',
  operatorName: '收费员',
  officeId: '03',
  officeName: '内科',
}

/** Asks the terminal for the person; it waits until the patient acts or the cashier gives up. */
export async function readPerson(way: Way, signal: AbortSignal): Promise<QueryCredentialAnswer | undefined> {
  if (agent.value === undefined) return undefined
  return way === 'code' ? agent.value.queryCredential(AT_THIS_DESK, { signal }) : readFace(agent.value, signal)
}

/** A face gives an authNo first, and the authNo the person. */
async function readFace(agent: Agent, signal: AbortSignal): Promise<QueryCredentialAnswer> {
  const { authNo } = await agent.authoriseFace(AT_THIS_DESK, { signal })
  return agent.checkAuthorisation({ ...AT_THIS_DESK, authNo }, { signal })
}
