import type { Issue } from '@nationec/protocol'
import { missingSettings, type TerminalSettingName, type TerminalSettings, terminalSettings } from '@nationec/terminal'
import { z } from 'zod'

/** What the tills of an institution have in common, and what is no terminal's of an agent. */
const COMMON: readonly TerminalSettingName[] = ['orgId', 'profile', 'agent', 'agentTokenFile']

/** A till as the settings describe it: what its terminal has for itself, and its pages. */
export interface TillSettings extends Partial<Omit<TerminalSettings, 'transport'>> {
  readonly transport?: Exclude<TerminalSettings['transport'], 'agent'> | undefined
  readonly origins?: readonly string[] | undefined
}

/** The tills by their names. Each member of a till is a setting of that name. */
export function tillsSchema(transport: z.ZodType, origins: z.ZodType): z.ZodType {
  const own = terminalSettings.filter(({ name }) => !COMMON.includes(name)).map(({ name, schema }) => [name, schema])
  const till = z.strictObject({ ...Object.fromEntries(own), transport, origins }).partial()
  return z
    .record(z.string().regex(/^[A-Za-z0-9_-]{1,32}$/), till)
    .refine((tills) => Object.keys(tills).length > 0, 'tills')
}

/** The settings of each till, with those that all have where it has none of its own; one without a name where there are none. */
export function settingsOfTills<Settings extends TerminalSettings>(
  settings: Settings,
  tills: Readonly<Record<string, TillSettings>> | undefined,
): readonly { readonly name: string | undefined; readonly settings: Settings & Pick<TillSettings, 'origins'> }[] {
  if (tills === undefined) return [{ name: undefined, settings }]
  return Object.entries(tills).map(([name, till], index) => ({
    name,
    // Two simulated centres must not give the same number to two bills of one ledger.
    settings: { ...settings, seed: settings.seed + index, ...till },
  }))
}

/** What the transport of a till needs and was not given, for it or for all. */
export function missingInTills(
  tills: Readonly<Record<string, TillSettings>>,
  transport: TerminalSettings['transport'] | undefined,
  isGiven: (name: TerminalSettingName) => boolean,
): readonly Issue[] {
  return Object.entries(tills).flatMap(([name, till]) => {
    const own = till.transport ?? transport
    if (own === undefined) return [{ path: `--tills ${name}.transport`, rule: 'required' as const, text: NO_TRANSPORT }]
    const missing = missingSettings(own, (setting) => isGiven(setting) || Object.hasOwn(till, setting))
    return missing.map((issue) => ({ ...issue, path: `--tills ${name}: ${issue.path}` }))
  })
}

const NO_TRANSPORT = {
  en: 'must be given: dll, serial or http; a simulated terminal is nationec-demo-server',
  zh: '必填：dll、serial 或 http；模拟终端请使用 nationec-demo-server',
}
