import type { AgentErrorCode } from '../errors/agent-errors.ts'

const STATUSES: Readonly<Partial<Record<string, number>>> = {
  BODY_UNREADABLE: 400,
  KEY_MISSING: 400,
  KEY_INVALID: 400,
  TOKEN_MISSING: 401,
  METRICS_TOKEN_NEEDED: 401,
  TOKEN_INVALID: 401,
  SIGN_ON_NEEDED: 401,
  HOST_REFUSED: 403,
  ORIGIN_REFUSED: 403,
  CROSS_SITE_REFUSED: 403,
  ROLE_REFUSED: 403,
  OPERATOR_REFUSED: 403,
  APPROVAL_NEEDED: 403,
  ROUTE_UNKNOWN: 404,
  ORDER_NOT_KNOWN: 404,
  OPERATION_NOT_KNOWN: 404,
  PAIRING_UNKNOWN: 404,
  OPERATOR_NOT_KNOWN: 404,
  METHOD_REFUSED: 405,
  KEY_IN_FLIGHT: 409,
  OUTCOME_OPEN: 409,
  OPERATION_NOT_DONE: 409,
  ANSWER_LOST: 409,
  POSSIBLE_DUPLICATE: 409,
  OPERATOR_EXISTS: 409,
  LAST_ADMINISTRATOR: 409,
  SALE_NOT_KNOWN: 404,
  SALE_BUSY: 409,
  SALE_BILL_DIFFERS: 409,
  SALE_PERSON_MISSING: 409,
  SALE_PERSON_DIFFERS: 409,
  SALE_PERSON_WAITS: 409,
  SALE_STEP_REFUSED: 409,
  BODY_TOO_LARGE: 413,
  CONTENT_TYPE_REFUSED: 415,
  PARAMETER_INVALID: 422,
  PAIRING_CODE_WRONG: 422,
  SIGN_ON_REFUSED: 422,
  APPROVAL_INVALID: 422,
  DECISION_AMOUNT_WRONG: 422,
  PAIRING_LIMIT: 429,
  SIGN_ON_LOCKED: 429,
  STREAMS_FULL: 429,
  AGENT_FAILED: 500,
  AGENT_STOPPING: 503,
} satisfies Partial<Record<AgentErrorCode, number>>

/** Codes of other packages that say more than their `delivery` does. */
const FOREIGN: Readonly<Record<string, number>> = {
  BUSINESS_REFUSED: 409,
  NUMBER_USED: 409,
  DECISION_INVALID: 409,
  REQUEST_LIMIT: 413,
  REQUEST_TOO_LARGE: 413,
  SIMULATOR_OPTION_INVALID: 422,
  SIMULATOR_NOTHING_WAITS: 409,
  SIMULATOR_STATE_CONFLICT: 409,
}

interface StatusFacts {
  readonly code: string
  readonly delivery?: unknown
  readonly layer?: unknown
}

/** The HTTP status of an error: its code where that is telling, else what became of the request. */
export function statusOf({ code, delivery, layer }: StatusFacts): number {
  const known = STATUSES[code] ?? FOREIGN[code]
  if (known !== undefined) return known
  if (delivery === 'unknown') return code === 'TIMEOUT' ? 504 : 502
  if (delivery === 'answered') return 409
  return layer === 'client' ? 422 : 503
}
