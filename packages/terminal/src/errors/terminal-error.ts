import { type BilingualText, type ErrorCatalogue, NationEcError } from '@nationec/errors'
import type { Issue } from '@nationec/protocol'

/** The codes of settings and of the packages that they ask for. */
export const terminalErrors = {
  SETTING_INVALID: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'A setting is missing or wrong.', zh: '设置缺失或有误。' },
    advice: {
      en: 'Correct the settings named above; nothing was started or sent.',
      zh: '请改正上述设置；程序未启动，请求未发出。',
    },
  },
  TRANSPORT_PACKAGE_MISSING: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The package of the chosen transport is not installed.', zh: '所选传输方式的软件包未安装。' },
    advice: {
      en: 'Install the package named above, or choose another `transport`.',
      zh: '请安装上述软件包，或更换 transport 设置。',
    },
  },
} as const satisfies ErrorCatalogue

/** The codes of {@link terminalErrors}. */
export type TerminalErrorCode = keyof typeof terminalErrors

/** What a {@link TerminalError} is made of besides its code. */
export interface TerminalErrorParts {
  /** Every wrong setting: where it stands, the rule it breaks, and what to do. */
  readonly issues?: readonly Issue[] | undefined
  readonly details?: readonly BilingualText[] | undefined
  readonly cause?: unknown
}

/** Thrown when settings do not lead to a terminal; nothing was sent. */
export class TerminalError extends NationEcError<TerminalErrorCode> {
  readonly issues: readonly Issue[]

  constructor(code: TerminalErrorCode, { issues = [], details = [], cause }: TerminalErrorParts = {}) {
    const lines = issues.map(({ path, text }) => ({ en: `${path}: ${text.en};`, zh: `${path}：${text.zh}；` }))
    super({ code, entry: terminalErrors[code], details: [...details, ...lines], cause })
    this.name = 'TerminalError'
    this.issues = issues
  }
}
