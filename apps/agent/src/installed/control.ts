import { chmod, rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import process from 'node:process'
import type { Places } from './places.ts'

/** What the parent of the agent can be told. */
export type ControlWord = 'state' | 'stop' | 'restart'

/** What it knows: one line each, `name=value`, so that a program in C reads it too. */
export type ControlAnswer = Readonly<Record<string, string>>

const WORDS: ReadonlySet<string> = new Set<ControlWord>(['state', 'stop', 'restart'])
const PATIENCE = 5_000

/**
 * Listens for words of this user's own programs; others have no right to the socket.
 *
 * @param answer is given when what was asked has begun, not when it is done
 */
export async function serveControl(
  { control }: Pick<Places, 'control'>,
  answer: (word: ControlWord) => ControlAnswer,
): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.setTimeout(PATIENCE, () => socket.destroy())
    socket.setEncoding('utf8').once('data', (text: string) => {
      const word = text.trim()
      const lines = WORDS.has(word) ? Object.entries(answer(word as ControlWord)) : []
      socket.end(lines.map(([name, value]) => `${name}=${value.replace(/[\r\n]/g, ' ')}\n`).join(''))
    })
  })
  // Of a parent that was killed; the lock says that no other is there.
  if (process.platform !== 'win32') await rm(control, { force: true })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(control, resolve))
  if (process.platform !== 'win32') await chmod(control, 0o600)
  return server
}

/** Asks the parent of the agent; `undefined` when none is there. */
export function askControl(
  { control }: Pick<Places, 'control'>,
  word: ControlWord,
): Promise<ControlAnswer | undefined> {
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(control, () => socket.write(`${word}\n`))
    const done = (): void => {
      socket.destroy()
      const lines = text.split('\n').filter((line) => line.includes('='))
      const pairs = lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)])
      resolve(lines.length === 0 ? undefined : Object.fromEntries(pairs))
    }
    socket.setTimeout(PATIENCE, done)
    socket.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
    socket.on('error', done).on('close', done)
  })
}
