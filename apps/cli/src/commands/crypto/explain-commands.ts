import { explainCiphertext, explainSignature, type MessageInput, type Sm2PublicKey } from '@nationec/crypto'
import { isList, isObject, readJson } from '@nationec/crypto/json'
import { EXIT } from '../../errors/exit.ts'
import { readBytes } from '../../input/read-bytes.ts'
import { readSecret } from '../../input/read-secret.ts'
import { textOf } from '../../input/text-of.ts'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'
import { type CipherFlags, hexOption } from './cipher-options.ts'
import { readPrivateKey, readPublicKey } from './sm2-keys.ts'
import type { VerifyFlags } from './verify-command.ts'

interface Explained {
  readonly variants: readonly object[]
  readonly steps: readonly {
    readonly step: string
    readonly fits: boolean
    readonly text: { en: string; zh: string }
  }[]
  readonly text: { readonly en: string; readonly zh: string }
}

export interface ExplainSignatureFlags extends VerifyFlags {
  /** Keys that may have been mixed up with the one in question, in its format. */
  readonly otherKeyFile?: readonly string[]
}

/** `nationec crypto explain signature`: how a partner signed. Nothing of the message is printed. */
export async function explainSignatureCommand(flags: ExplainSignatureFlags): Promise<number> {
  const { signature, file, userId, keyFormat, otherKeyFile = [] } = flags
  const publicKey = await readPublicKey(flags)
  const otherKeys: Sm2PublicKey[] = []
  for (const publicKeyFile of otherKeyFile) otherKeys.push(await readPublicKey({ publicKeyFile, keyFormat }))
  const messages = messagesOf(await readBytes(file))
  const userIds = userId === undefined ? [] : [userId]
  return show(explainSignature({ publicKey, signature, messages, userIds, otherKeys }), flags.json)
}

/** `nationec crypto explain ciphertext`: how a partner encrypted. Nothing of the plaintext is printed. */
export async function explainCiphertextCommand(flags: CipherFlags): Promise<number> {
  const ciphertext = textOf(await readBytes(flags.file)).trim()
  if (flags.algorithm === 'sm2') {
    return show(explainCiphertext({ ciphertext, privateKey: await readPrivateKey(flags) }), flags.json)
  }
  const sm4Key = await readSecret({ file: flags.keyFile, variable: flags.keyEnv, option: '--key' })
  const bytes = (name: 'iv' | 'nonce' | 'tag') =>
    flags[name] === undefined ? undefined : hexOption(flags[name], `--${name}`)
  return show(
    explainCiphertext({ ciphertext, sm4Key, iv: bytes('iv'), nonce: bytes('nonce'), tag: bytes('tag') }),
    flags.json,
  )
}

/**
 * The exact bytes first. Where they are JSON, or a line to sign with `data=` and JSON in it, also every text that a program
 * may have made of the same data; it is handed on as text, because a parsed number has lost digits.
 */
function messagesOf(bytes: Uint8Array): MessageInput[] {
  const text = textOf(bytes).trim()
  if (isBody(text)) return [bytes, { json: text }]
  const [, before = '', json = '', after = ''] = /^((?:.*&)?data=)(\{.*\})(&.*)?$/s.exec(text) ?? []
  return isBody(json) ? [bytes, { json, embed: (written) => before + written + after }] : [bytes]
}

function isBody(text: string): boolean {
  const value = readJson(text)
  return value !== undefined && (isObject(value) || (value !== null && isList(value)))
}

function show({ variants, steps, text }: Explained, json = false): number {
  const found = variants.length > 0
  printResult({ found, variants, steps, text }, json, () => {
    say(`${text.en}\n${text.zh}`)
    for (const { step, fits, text: words } of steps) say(`${fits ? 'ok  ' : 'no  '}${step}: ${words.en} ${words.zh}`)
  })
  return found ? EXIT.ok : EXIT.refused
}
