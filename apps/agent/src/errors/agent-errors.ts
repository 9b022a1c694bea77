import type { ErrorCatalogue } from '@nationec/errors'
import { documentErrors } from './document-errors.ts'
import { installedErrors } from './installed-errors.ts'
import { peopleErrors } from './people-errors.ts'
import { requestErrors } from './request-errors.ts'
import { saleErrors } from './sale-errors.ts'
import { stateErrors } from './state-errors.ts'
import { systemErrors } from './system-errors.ts'

/** Every code that the agent itself answers or ends with. Errors of the terminal and of the way to it pass through as they are. */
export const agentErrors = {
  ...systemErrors,
  ...requestErrors,
  ...stateErrors,
  ...peopleErrors,
  ...saleErrors,
  ...documentErrors,
  ...installedErrors,
} as const satisfies ErrorCatalogue

export type AgentErrorCode = keyof typeof agentErrors
