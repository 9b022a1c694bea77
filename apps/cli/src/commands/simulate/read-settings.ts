import { type Setting, type SimulatorSettings, settingsTable } from '@nationec/simulator'

/**
 * Reads `name=value` pairs. Names and values are checked by the simulator, which names the choices; here a number
 * only becomes a number.
 */
export function readSettings(pairs: readonly string[]): Partial<SimulatorSettings> {
  const table: Readonly<Record<string, Setting>> = settingsTable
  const entries = pairs.map((pair) => {
    const at = pair.indexOf('=')
    const [name, value] = at < 0 ? [pair, ''] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
    const isNumber = table[name]?.kind === 'number' && value !== ''
    return [name, isNumber ? Number(value) : value]
  })
  return Object.fromEntries(entries)
}
