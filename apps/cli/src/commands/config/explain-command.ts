import { flagOf, variableOf } from '@nationec/terminal'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'
import { table } from '../../output/table.ts'
import { type Flags, readCommandSettings, type SettingName, settingsTable } from '../../settings/settings.ts'

/** `nationec config explain`: every setting, its value and where that comes from. */
export async function explainCommand(flags: Flags & { readonly json?: boolean }): Promise<void> {
  const { settings, sources, file } = await readCommandSettings(flags)
  const rows = settingsTable.map(({ name: word, zh, en }) => {
    const name = word as SettingName
    return {
      ...{
        name,
        value: shownValue(settings[name]),
        source: sources[name],
        flag: flagOf(name),
      },
      ...{ variable: variableOf(name), zh, en },
    }
  })
  printResult({ precedence: PRECEDENCE, file: file ?? null, settings: rows }, flags.json === true, () => {
    say(`precedence 优先级: ${PRECEDENCE.join(' > ')}`)
    say(`file 配置文件: ${file ?? '- (--config, NATIONEC_CONFIG)'}`)
    say('')
    const columns = ['setting 设置', 'value 取值', 'source 来源', 'flag 参数', 'variable 环境变量'].map((title) => ({
      title,
    }))
    say(
      table(
        columns,
        rows.map(({ name, value, source, flag, variable }) => [name, String(value ?? '-'), source, flag, variable]),
      ),
    )
  })
}

const PRECEDENCE = ['flag', 'environment', 'file', 'default'] as const

/** What other settings an object holds is not spelt out: it may be the environment of a host process. */
function shownValue(value: unknown): string | number | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'object') return Object.keys(value).length === 0 ? '{}' : '{...}'
  return typeof value === 'number' ? value : String(value)
}
