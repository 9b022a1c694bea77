import process from 'node:process'
import { maskMembers } from '@nationec/protocol/privacy'
import { strToU8, zipSync } from 'fflate'
import { version } from '../version.ts'

/** What a bundle of support is made of, each part as its program has it. */
export interface BundleParts {
  /** Settings as `--explain` shows them. */
  readonly settings: string
  /** JSON lines. */
  readonly log: string
  /** What the agent finds wrong with itself, or why that could not be asked. */
  readonly health: unknown
  /** The ledger in numbers, or why it could not be read. */
  readonly ledger: unknown
  /** As Prometheus reads them; empty when no agent answers. */
  readonly metrics: string
  readonly transport: string
  readonly at: number
}

/**
 * A zip for the support of the manufacturer: versions, settings, log, ledger, health. No person, no token, no text of a
 * request is in any part; every line of the log is masked once more, because a file may be of another program.
 */
export function makeBundle({ settings, log, health, ledger, metrics, transport, at }: BundleParts): Uint8Array {
  const { platform, arch, versions } = process
  const about = {
    agent: version,
    made: new Date(at).toISOString(),
    runtime: { node: versions.node, ...('bun' in versions ? { bun: versions['bun'] } : {}) },
    ...{ platform, arch, transport },
  }
  const files: Readonly<Record<string, string>> = {
    'about.json': json(about),
    'settings.txt': `${settings}\n`,
    'health.json': json(health),
    'ledger.json': json(ledger),
    'metrics.txt': metrics,
    'log.jsonl': maskedLines(log),
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`

/** What is no JSON object is left out: nothing tells what it holds. */
function maskedLines(log: string): string {
  return log
    .split('\n')
    .flatMap((line) => {
      const members = objectIn(line)
      return members === undefined ? [] : [`${JSON.stringify(maskMembers(members))}\n`]
    })
    .join('')
}

function objectIn(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}
