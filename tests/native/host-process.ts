import assert from 'node:assert/strict'
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { buildTarget, ownTarget } from '../../native/build.mjs'
import { callFrame, type Frame, FrameReader, KIND } from './frames.ts'
import { type Hello, helloOf, type Result, resultOf } from './payloads.ts'

export interface HostOptions {
  /** Default: the stand-in library for the host's own system. */
  readonly library?: string
  readonly target?: string
  /** The host program, if it is not the one built for `target`. */
  readonly program?: string
  readonly args?: readonly string[]
  /** NATIONEC_STANDIN_MODE */
  readonly mode?: string
  readonly env?: Readonly<Record<string, string>>
}

export interface Ending {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** A running host with its frames in order. */
export class HostProcess {
  readonly child: ChildProcessWithoutNullStreams
  readonly ending: Promise<Ending>
  readonly #reader = new FrameReader()
  readonly #frames: Frame[] = []
  readonly #waiting: ((frame: Frame | undefined) => void)[] = []
  #closed = false
  #lastId = 0
  stderr = ''

  constructor({ target = ownTarget, library, program, args = [], mode, env }: HostOptions = {}) {
    const built = buildTarget(target)
    this.child = spawn(program ?? built.host, [...args, '--library', library ?? built.library], {
      env: { ...process.env, ...(mode === undefined ? {} : { NATIONEC_STANDIN_MODE: mode }), ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    // A host that has ended takes no more requests; the test sees that by its frames.
    this.child.stdin.on('error', () => {})
    this.child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text
    })
    this.child.stdout.on('data', (bytes: Buffer) => this.#take(bytes))
    this.child.stdout.on('end', () => {
      this.#closed = true
      for (const resolve of this.#waiting.splice(0)) resolve(undefined)
    })
    this.ending = once(this.child, 'close').then(([code, signal]) => ({ code, signal }))
  }

  /** Bytes on the host's standard output that belong to no frame. */
  get skipped(): number {
    return this.#reader.skipped
  }

  #take(bytes: Buffer): void {
    for (const frame of this.#reader.push(bytes)) {
      const waiting = this.#waiting.shift()
      if (waiting === undefined) this.#frames.push(frame)
      else waiting(frame)
    }
  }

  /** The next frame; undefined once the host's output has ended. */
  next(): Promise<Frame | undefined> {
    const frame = this.#frames.shift()
    if (frame !== undefined || this.#closed) return Promise.resolve(frame)
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  async frame(): Promise<Frame> {
    const frame = await this.next()
    assert.ok(frame, 'the host ended instead of sending a frame')
    return frame
  }

  async hello(): Promise<Hello> {
    return helloOf(await this.frame())
  }

  write(bytes: Uint8Array): void {
    this.child.stdin.write(bytes)
  }

  /** Sends a CALL and tells its id. */
  send(input: string | Uint8Array, url: string | Uint8Array = 'http://10.0.0.8/localQrCodeQuery'): number {
    this.#lastId += 1
    this.write(callFrame(this.#lastId, Buffer.from(url), Buffer.from(input)))
    return this.#lastId
  }

  /** Sends a CALL and waits for its BEGUN. */
  async begin(input: string | Uint8Array, url?: string | Uint8Array): Promise<number> {
    const id = this.send(input, url)
    const begun = await this.frame()
    assert.deepEqual([begun.kind, begun.id, begun.payload.length], [KIND.BEGUN, id, 0])
    return id
  }

  /** Sends a CALL and gives the frame that answers it. */
  async answer(input: string | Uint8Array, url?: string | Uint8Array): Promise<Frame> {
    const id = await this.begin(input, url)
    const answer = await this.frame()
    assert.equal(answer.id, id)
    return answer
  }

  async call(input: string | Uint8Array, url?: string | Uint8Array): Promise<Result> {
    return resultOf(await this.answer(input, url))
  }

  /** Ends it by the end of its input, as a parent does. */
  async close(): Promise<Ending> {
    this.child.stdin.end()
    return await this.ending
  }

  async kill(): Promise<Ending> {
    this.child.kill('SIGKILL')
    return await this.ending
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) await this.kill()
  }
}

/** A host that has loaded the stand-in. */
export async function startHost(options: HostOptions = {}): Promise<HostProcess> {
  const host = new HostProcess(options)
  const hello = await host.hello()
  assert.deepEqual(hello.error, undefined)
  return host
}
