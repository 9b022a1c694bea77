import { readFile } from 'node:fs/promises'
import { isNationEcError } from '@nationec/errors'
import { readSettings, type SettingsInput, stateFolder, TerminalError } from '@nationec/terminal'
import { z } from 'zod'
import { agentError } from '../errors/agent-error.ts'
import { keepDocument, keptDocument } from '../signed/document-marks.ts'
import { readPlace } from '../signed/document-place.ts'
import { openDocument, reopenDocument } from '../signed/open-document.ts'
import { type DocumentVerifier, readVerifier } from '../signed/signing-keys.ts'

/** The name of the document in its folder, or below its address. */
const centralFile = 'settings.json'

/** Which central settings are in force. */
export interface CentralState {
  readonly sequence: number
  /** Why what was found at their place was not taken; then these are the ones that were taken last. */
  readonly refusal: string | undefined
  readonly expired: boolean
  /** Looks at their place again. @throws `SETTINGS_NEWER`, `DOCUMENT_*` */
  check(): Promise<void>
}

/** What cannot be central: it says where the central settings are, and where they are kept. */
const LOCAL: readonly string[] = ['central', 'centralKey', 'data']

/**
 * Reads settings with those of the institution below them.
 *
 * What cannot be reached or used does not keep a till shut: the settings that were taken last go on. Where none were taken
 * before, the reason is thrown.
 *
 * @param use reads the settings with the central ones
 */
export async function withCentral<Read>(
  places: SettingsInput,
  use: (central: Readonly<Record<string, unknown>> | undefined) => Promise<Read>,
): Promise<{ readonly read: Read; readonly state: CentralState | undefined }> {
  const place = await centralPlace(places)
  if (place === undefined) return { read: await use(undefined), state: undefined }
  const { central, folder } = place
  const verifier = await verifierIn(place.centralKey)
  const common = { kind: 'settings', verifier } as const
  const now = Date.now()
  const kept = await keptDocument(folder, 'settings')

  async function newest() {
    const texts = await readPlace(central, centralFile)
    return { texts, ...openDocument(texts, { ...common, now: Date.now(), last: kept?.mark }) }
  }

  const checkFrom = (sequence: number) => async () => {
    if ((await newest()).mark.sequence > sequence) throw agentError('SETTINGS_NEWER')
  }

  let refusal: string
  try {
    const { texts, document, mark } = await newest()
    const read = await use(usable(document.content))
    await keepDocument(folder, 'settings', { mark, texts })
    const { sequence } = mark
    return { read, state: { sequence, refusal: undefined, expired: false, check: checkFrom(sequence) } }
  } catch (error) {
    if (!isNationEcError(error) || kept === undefined) throw error
    refusal = error.code
  }
  const { document, mark, expired } = reopenDocument(kept.texts, { ...common, now })
  const read = await use(usable(document.content))
  const { sequence } = mark
  return { read, state: { sequence, refusal, expired, check: checkFrom(sequence) } }
}

interface LocalPlaces {
  readonly central?: string
  readonly centralKey?: string
  readonly data?: string
}

interface CentralPlace {
  readonly central: string
  readonly centralKey: string | undefined
  readonly folder: string
}

/** Where central settings are, by what this machine has itself. */
async function centralPlace(places: SettingsInput): Promise<CentralPlace | undefined> {
  const table = LOCAL.map((name) => ({ name, writing: 'text', schema: z.string(), value: '', zh: '', en: '' }) as const)
  const local = await readSettings<LocalPlaces>(
    { table, defaults: (given) => given },
    { ...places, issues: [] },
    // What is wrong is told with every other setting.
  ).catch(() => undefined)
  const { central, centralKey, data } = local?.settings ?? {}
  return central === undefined ? undefined : { central, centralKey, folder: data ?? stateFolder('agent') }
}

async function verifierIn(path: string | undefined): Promise<DocumentVerifier> {
  try {
    return readVerifier(await readFile(path ?? '', 'utf8'))
  } catch (cause) {
    if (isNationEcError(cause)) throw cause
    const issues = [{ path: '--central-key', rule: 'required' as const, text: NO_KEY }]
    throw new TerminalError('SETTING_INVALID', { issues })
  }
}

function usable(content: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const issues = LOCAL.filter((name) => Object.hasOwn(content, name)).map((name) => ({
    path: `${name} (--central)`,
    rule: 'value' as const,
    text: STAYS_LOCAL,
  }))
  if (issues.length > 0) throw new TerminalError('SETTING_INVALID', { issues })
  return content
}

const NO_KEY = {
  en: 'must name the file of the public key that verifies --central',
  zh: '须指向核验 --central 签名的公钥文件',
}
const STAYS_LOCAL = {
  en: 'must not be central: give it at the machine itself',
  zh: '不能写在统一配置中：请在本机设置',
}
