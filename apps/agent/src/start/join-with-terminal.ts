import { share } from '@nationec/transport'
import type { AgentSettings } from '../config/settings.ts'
import { agentError } from '../errors/agent-error.ts'
import { joinFleet } from '../fleet/join-fleet.ts'
import type { Logger } from '../logs/logger.ts'
import type { OpenedTerminals } from './open-terminals.ts'

/** The terminals of an agent, after it has joined the centre that its settings name. */
export interface JoinedTerminals extends Pick<OpenedTerminals, 'options' | 'profile'> {
  leave(): Promise<void>
}

/**
 * Joins the centre, if the settings name one: the terminal is then shared between the agent's own pages and the centre.
 *
 * @throws `AGENT_CONFIG_INVALID`; what `joinFleet` throws
 */
export async function joinWithTerminal(
  { options, profile }: OpenedTerminals,
  { fleet, data }: Pick<AgentSettings, 'fleet' | 'data'>,
  logger: Logger,
): Promise<JoinedTerminals> {
  if (fleet === undefined) return { options, profile, leave: async () => {} }
  if ('tills' in options || data === undefined) {
    throw agentError('AGENT_CONFIG_INVALID', { issues: [{ path: '--fleet', rule: 'value', text: ONE_TILL }] })
  }
  const transport = share(options.transport)
  const { leave } = await joinFleet(fleet, { transport, dataFolder: data, logger })
  return { options: { ...options, transport }, profile, leave }
}

const ONE_TILL = {
  en: 'goes with one till and a folder for its data: set data, and no tills',
  zh: '仅适用于单个收款台且须有数据文件夹：请设置 data，且不设置 tills',
}
