import { flagOf, type ReadSettings, variableOf } from '@nationec/terminal'
import { type AgentSettings, settings } from './settings.ts'

export function helpText(command: string): string {
  const width = Math.max(...settings.map(({ name }) => flagOf(name).length))
  const lines = settings.map(({ name, en, zh }) => `  ${flagOf(name).padEnd(width)}  ${zh} ${en}`)
  return [
    `${command}: the local agent of the medical-insurance terminal 医保终端本地代理`,
    '',
    ...lines,
    `  ${'--config'.padEnd(width)}  JSON 配置文件 a JSON file with these settings`,
    `  ${'bundle --out'.padEnd(width)}  写出支持信息包（zip） writes a bundle for support, beside the settings of the agent`,
    `  ${'sign'.padEnd(width)}  签名统一配置或发布清单 signs central settings or a release: sign FILE --kind settings --key PEM --out FOLDER`,
    `  ${'install …'.padEnd(width)}  发布包：安装、卸载、状态、更新、回退 release archive: install, uninstall, status, update, rollback`,
    `  ${'--explain'.padEnd(width)}  显示各设置的取值与来源 shows every setting and where it comes from`,
    '',
    `环境变量 Environment: ${variableOf('port')}, ${variableOf('stopWithin')} …`,
    '优先级 Precedence: flag > environment > file > default',
  ].join('\n')
}

/** A name and password in an address are no part of where it leads. */
function withoutCredentials(text: string): string {
  return text.replace(/\/\/[^/@\s]*@/, '//***@')
}

/** Every setting with its value and where that comes from; values that hold other settings are not spelt out. */
export function explainText({ settings: read, sources }: ReadSettings<AgentSettings>): string {
  return settings
    .map(({ name, writing }) => {
      const value = read[name as keyof typeof read]
      const shown =
        value === undefined
          ? '-'
          : typeof value === 'object' && writing !== 'list'
            ? '{…}'
            : withoutCredentials(String(value))
      return `${name} = ${shown} (${sources[name as keyof typeof sources]})`
    })
    .join('\n')
}
