import { decodeUtf8 } from '@nationec/errors'

/** Why a host could not load the library; the kinds are those of native/host/PROTOCOL.md. */
export interface LoadError {
  readonly kind: string
  /** The system's error number, 0 if there is none. */
  readonly code: number
  /** The system's own words, in the system's language. They may name paths. */
  readonly text: string
}

/** What a host says of itself when it has started. */
export interface Hello {
  readonly protocol: number
  readonly version: string
  readonly pid: number
  readonly platform: string
  readonly machine: string
  readonly bits: number
  readonly urlBytes: number
  readonly inBytes: number
  readonly outBytes: number
  readonly loadMilliseconds: number
  readonly loaded: boolean
  /** The export that was found, when the library is loaded. */
  readonly export: string | undefined
  /** Why it is not loaded. */
  readonly error: LoadError | undefined
}

/** Reads the payload of `HELLO`; members that are missing or of a wrong kind get harmless values. `undefined` if it is no JSON object. */
export function readHello(payload: Uint8Array): Hello | undefined {
  const members = parseObject(decodeUtf8(payload))
  if (members === undefined) return undefined
  const text = (name: string): string => stringOf(members[name])
  const number = (name: string): number => numberOf(members[name])
  return {
    ...{ protocol: number('protocol'), version: text('version'), pid: number('pid') },
    ...{ platform: text('platform'), machine: text('machine'), bits: number('bits') },
    ...{ urlBytes: number('urlBytes'), inBytes: number('inBytes'), outBytes: number('outBytes') },
    loadMilliseconds: number('loadMilliseconds'),
    loaded: members['loaded'] === true,
    export: typeof members['export'] === 'string' ? members['export'] : undefined,
    error: readLoadError(members['error']),
  }
}

function readLoadError(value: unknown): LoadError | undefined {
  if (!isObject(value)) return undefined
  return { kind: stringOf(value['kind']), code: numberOf(value['code']), text: stringOf(value['text']) }
}

function parseObject(json: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json ?? '')
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}
