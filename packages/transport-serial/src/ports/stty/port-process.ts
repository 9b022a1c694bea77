import { spawn } from 'node:child_process'
import process from 'node:process'
import { deviceFlag, PORT_SCRIPT, READY } from './port-script.ts'
import { systemPath } from './system-path.ts'

/** The program that holds an open port. */
export interface PortProcess {
  /** Resolves when the port is open; rejects with what the program said if it ended before. */
  readonly ready: Promise<void>
  write(bytes: Uint8Array): void
  /** Lets what was written leave, for a while, then ends it. Resolves when it has ended and the device is free. */
  end(): Promise<void>
}

export interface PortProcessEvents {
  onData(bytes: Uint8Array): void
  /** It has begun to end by itself: the device is gone, or it was killed. Called at most once, after `ready`. */
  onGone(said: string): void
}

/** Two seconds: the closing side has said goodbye, and a line that takes nothing must not hold a program up. */
const LAST_WORDS = 2_000
/** More of its output is not kept. */
const MOST_WORDS = 4_096

/** The program ended, or could not be started; `message` is what it said. */
export class PortProcessEnded extends Error {}

export function startPortProcess(path: string, rate: number, events: PortProcessEvents): PortProcess {
  const child = spawn(
    '/bin/sh',
    ['-c', PORT_SCRIPT, 'nationec-port', path, String(rate), deviceFlag(process.platform)],
    {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: systemPath(),
    },
  )
  let said = ''
  let writer: number | undefined
  let state: 'opening' | 'open' | 'ending' = 'opening'
  const ended = new Promise<void>((resolve) => {
    child.on('exit', () => resolve())
    child.on('error', (error) => {
      said += error.message
      resolve()
    })
  })
  const ready = new Promise<void>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (words: string) => {
      said = (said + words).slice(-MOST_WORDS)
      const found = READY.exec(said)
      if (found === null || writer !== undefined) return
      writer = Number(found[1])
      if (state === 'opening') state = 'open'
      resolve()
    })
    // Not `exit`: its last words may come after that.
    child.on('close', () => reject(new PortProcessEnded(said)))
    child.on('error', () => reject(new PortProcessEnded(said)))
  })
  ready.catch(() => {})

  child.stdout.on('data', (bytes: Uint8Array) => {
    if (state === 'open') events.onData(bytes)
  })
  child.stdout.on('end', gone)
  child.stdin.on('error', gone) // EPIPE: the writer has ended
  for (const pipe of [child.stdout, child.stderr]) pipe.on('error', () => {})
  void ended.then(gone)

  return {
    ready,
    write(bytes) {
      if (state === 'open') child.stdin.write(bytes.slice())
    },
    end,
  }

  function gone(): void {
    if (state !== 'open') return
    void end()
    // Its input has ended, but it may be stuck in a device that takes nothing.
    killWriter()
    events.onGone(said)
  }

  async function end(): Promise<void> {
    state = 'ending'
    child.stdin.end()
    const timer = setTimeout(kill, LAST_WORDS)
    await ended
    clearTimeout(timer)
    child.stdin.destroy()
    child.stdout.destroy()
    child.stderr.destroy()
  }

  /** Without its writer the program ends by itself; before it has one it may hang in the driver. */
  function kill(): void {
    if (writer === undefined) child.kill('SIGKILL')
    killWriter()
  }

  function killWriter(): void {
    if (writer === undefined) return
    try {
      process.kill(writer, 'SIGKILL')
    } catch {
      // It has ended before.
    }
    writer = undefined
  }
}
