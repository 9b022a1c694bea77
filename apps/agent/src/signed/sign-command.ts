import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { didYouMean } from '@nationec/errors'
import { TerminalError } from '@nationec/terminal'
import { agentError } from '../errors/agent-error.ts'
import { type DocumentFrame, type DocumentKind, documentKinds } from './document-frame.ts'
import { signDocument } from './sign-document.ts'
import { readSigner } from './signing-keys.ts'

const DAY = 24 * 60 * 60 * 1000

/**
 * `nationec-agent sign FILE --kind settings --key signing.private.pem --out FOLDER`: frames the JSON object of a file,
 * signs it, and writes it with its signature. Gives the path.
 *
 * @throws `SETTING_INVALID`, `DOCUMENT_KEY_INVALID`, `DOCUMENT_INVALID`, `DOCUMENT_UNWRITTEN`
 */
export async function signCommand(argv: readonly string[], now: number = Date.now()): Promise<string> {
  const { file, kind, key, out, days, sequence } = wordsOf(argv)
  const signer = readSigner(await textOf(key, '--key'))
  const document: DocumentFrame = {
    kind,
    sequence,
    issuedAt: new Date(now).toISOString(),
    expiresAt: new Date(now + days * DAY).toISOString(),
    content: objectOf(await textOf(file, 'FILE')),
  }
  const { text, signature } = signDocument(document, signer)
  const path = join(out, basename(file))
  try {
    await mkdir(out, { recursive: true })
    // The signature first: who reads between the two finds an old document whose signature does not fit, and waits.
    await writeFile(`${path}.sig`, signature)
    await writeFile(path, text)
  } catch (cause) {
    throw agentError('DOCUMENT_UNWRITTEN', { cause, details: [{ en: `${path}.`, zh: `${path}。` }] })
  }
  return path
}

interface SignWords {
  readonly file: string
  readonly kind: DocumentKind
  readonly key: string
  readonly out: string
  readonly days: number
  readonly sequence: number
}

const FLAGS = { kind: {}, key: {}, out: {}, days: {}, sequence: {} } as const

function wordsOf(argv: readonly string[]): SignWords {
  const options = Object.fromEntries(Object.keys(FLAGS).map((name) => [name, { type: 'string' as const }]))
  const { values, positionals, tokens } = parseArgs({
    ...{ args: [...argv], options, strict: false, allowPositionals: true, tokens: true },
  })
  for (const token of tokens) {
    if (token.kind !== 'option' || token.name in FLAGS) continue
    const near = didYouMean(token.name, Object.keys(FLAGS))
    throw refused('command line', { en: `${USAGE.en}${near.en}`, zh: `${USAGE.zh}${near.zh}` })
  }
  const [file] = positionals
  const { kind, key, out, days = '366', sequence = String(Math.floor(Date.now() / 1000)) } = values
  if (file === undefined || positionals.length > 1) throw refused('FILE', USAGE)
  const known = documentKinds.find((one) => one === kind)
  if (known === undefined)
    throw refused('--kind', {
      en: `is one of ${documentKinds.join(', ')}`,
      zh: `须为 ${documentKinds.join('、')} 之一`,
    })
  if (typeof key !== 'string') throw refused('--key', USAGE)
  if (typeof out !== 'string') throw refused('--out', USAGE)
  return {
    file,
    kind: known,
    key,
    out,
    days: wholeOf(days, '--days', 3_660),
    sequence: wholeOf(sequence, '--sequence', Number.MAX_SAFE_INTEGER),
  }
}

function wholeOf(text: unknown, path: string, most: number): number {
  const value = Number(text)
  if (Number.isSafeInteger(value) && value >= 1 && value <= most) return value
  throw refused(path, { en: `must be a whole number from 1 to ${most}`, zh: `须为 1 至 ${most} 的整数` })
}

async function textOf(path: string, place: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    throw refused(place, { en: 'must name a file that can be read', zh: '须指向可读取的文件' })
  }
}

function objectOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  } catch {
    // Told below: what the parser says would quote the text.
  }
  throw refused('FILE', { en: 'must hold a JSON object', zh: '内容须为 JSON 对象' })
}

const USAGE = {
  en: 'write: nationec-agent sign FILE --kind settings --key signing.private.pem --out FOLDER [--days 366] [--sequence N]',
  zh: '用法：nationec-agent sign 文件 --kind settings --key signing.private.pem --out 文件夹 [--days 366] [--sequence N]',
}

const refused = (path: string, text: { readonly en: string; readonly zh: string }) =>
  new TerminalError('SETTING_INVALID', { issues: [{ path, rule: 'value', text }] })
