import { TerminalError } from '@nationec/terminal'

/** Takes `bundle --out FILE` out of the words of the command line; the rest are settings. */
export function bundleWords(argv: readonly string[]): {
  readonly out: string | undefined
  readonly rest: readonly string[]
} {
  if (argv[0] !== 'bundle') return { out: undefined, rest: argv }
  const at = argv.indexOf('--out')
  const out = at < 0 ? undefined : argv[at + 1]
  if (out === undefined || out.startsWith('--')) throw new TerminalError('SETTING_INVALID', { issues: [NO_FILE] })
  return { out, rest: [...argv.slice(1, at), ...argv.slice(at + 2)] }
}

const NO_FILE = {
  path: '--out',
  rule: 'required',
  text: {
    en: 'must name a new file: nationec-agent bundle --out FILE',
    zh: '须指定新文件：nationec-agent bundle --out 文件',
  },
} as const
