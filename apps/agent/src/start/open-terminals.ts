import { join } from 'node:path'
import type { Profile } from '@nationec/protocol'
import { openTerminal, type SimulatedTerminal, type SimulationOptions, type TerminalNotice } from '@nationec/terminal'
import type { TillOptions } from '../agent-options.ts'
import type { AgentSettings } from '../config/settings.ts'
import { settingsOfTills } from '../config/till-settings.ts'
import type { PluggedSimulator } from '../simulator/plugged-simulator.ts'
import { checkedTerminal } from './check-start.ts'

/** A simulated terminal: what answers, and what is plugged into the agent. */
export interface ProgramSimulator extends SimulatedTerminal {
  readonly plugged: PluggedSimulator
}

/** What a program adds to its settings. */
export interface TerminalParts {
  readonly simulate: ((options: SimulationOptions) => ProgramSimulator) | undefined
  readonly onNotice: (notice: TerminalNotice) => void
}

/** The terminals of an agent: one, or one for each till. */
export interface OpenedTerminals {
  readonly options: TillOptions | { readonly tills: Readonly<Record<string, TillOptions>> }
  readonly profile: Profile
  /** Releases what lies behind the transports; call it once, after the agent has stopped. */
  release(): void
}

/** Looks at the way to each terminal, and makes the ways. */
export async function openTerminals(settings: AgentSettings, parts: TerminalParts): Promise<OpenedTerminals> {
  const opened: OpenedTill[] = []
  const release = (): void => {
    for (const till of opened) till.release()
  }
  try {
    for (const till of settingsOfTills(settings, settings.tills))
      opened.push(await openTill(till.name, till.settings, parts))
  } catch (error) {
    release()
    throw error
  }
  const [first] = opened
  if (first === undefined) throw new Error('no till')
  const tills = Object.fromEntries(opened.map(({ name, options }) => [String(name), options]))
  return { options: first.name === undefined ? first.options : { tills }, profile: first.profile, release }
}

interface OpenedTill {
  readonly name: string | undefined
  readonly options: TillOptions
  readonly profile: Profile
  readonly release: () => void
}

async function openTill(
  name: string | undefined,
  settings: AgentSettings,
  { simulate, onNotice }: TerminalParts,
): Promise<OpenedTill> {
  const { data, origins } = settings
  let simulator: PluggedSimulator | undefined
  const checkTerminal = await checkedTerminal(settings)
  const { transport, terminalLink, profile, release } = await openTerminal(settings, {
    onNotice,
    journalFolder: data === undefined || name === undefined ? data : join(data, 'tills', name),
    ...(simulate !== undefined && {
      simulate(options: SimulationOptions) {
        const { plugged, handle } = simulate(options)
        simulator = plugged
        return { handle }
      },
    }),
  })
  return { name, options: { transport, terminalLink, checkTerminal, simulator, origins }, profile, release }
}
