import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { encodeUtf8 } from '../encoding/utf8.ts'
import { faultCause, faultPhase, faultPlace, writeFault } from '../host/fault.ts'
import { encodeFrame, exitCode, frameKind } from '../host/frames.ts'
import { writeResult } from '../host/result-frame.ts'
import type { KoffiModule } from '../options/koffi-module.ts'
import { BindingFailed, type BoundLibrary, bindLibrary } from './bound-library.ts'
import { IN_BYTES_MOST, type Mailbox, openMailbox, URL_BYTES_MOST } from './host-mailbox.ts'
import { writeOutput } from './host-pipe.ts'
import { loadKoffi } from './load-koffi.ts'
import { OUT_BYTES } from './out-buffer.ts'

/** Loads the library that the arguments name and calls it for ever. `script`: the file that the reading thread runs. */
export async function runCaller(script: string): Promise<void> {
  const { library: path, functionName } = readArguments(process.argv.slice(2))
  if (path === undefined) process.exit(exitCode.wrongOptions)
  const mailbox = openMailbox()
  new Worker(new URL(script), { workerData: mailbox.memory })
  const koffi = await koffiOrEnd(path)
  const start = performance.now()
  const library = load(koffi, path, functionName)
  greet(path, performance.now() - start, { loaded: true, export: library.exportName })
  for (;;) callOnce(library, mailbox)
}

function callOnce(library: BoundLibrary, mailbox: Mailbox): void {
  const { id, url, text } = mailbox.wait()
  writeOutput(encodeFrame({ id, kind: frameKind.begun, payload: new Uint8Array(0) }))
  const result = library.call({ url, text })
  if (result.overrun > 0) endByOverrun(id, result.overrun)
  mailbox.free()
  writeOutput(encodeFrame({ id, kind: frameKind.result, payload: writeResult(result) }))
}

/** What lay behind OutData is overwritten; a native host would have died of it. */
function endByOverrun(id: number, bytes: number): never {
  const [cause, phase, place] = [faultCause.exception, faultPhase.inside, faultPlace.behindOut]
  const payload = writeFault({ cause, code: 0, access: 1, place, phase, distance: bytes - 1 })
  writeOutput(encodeFrame({ id, kind: frameKind.fault, payload }))
  endAtOnce()
}

function load(koffi: KoffiModule, path: string, functionName: string | undefined): BoundLibrary {
  try {
    process.chdir(dirname(path))
    return bindLibrary(koffi, path, functionName)
  } catch (error) {
    const kind = error instanceof BindingFailed ? error.kind : 'load-failed'
    const text = error instanceof Error ? error.message : ''
    refuseToStart(path, { kind, text })
  }
}

async function koffiOrEnd(path: string): Promise<KoffiModule> {
  try {
    return await loadKoffi()
  } catch (error) {
    const cause = error instanceof Error ? error.cause : error
    refuseToStart(path, { kind: 'koffi-missing', text: cause instanceof Error ? cause.message : '' })
  }
}

const PLATFORMS: Readonly<Record<string, string>> = { win32: 'windows', linux: 'linux', darwin: 'macos' }
const MACHINES: Readonly<Record<string, string>> = { ia32: 'x86', x64: 'x64', arm64: 'arm64', arm: 'arm' }

function greet(library: string, loadMilliseconds: number, outcome: Record<string, unknown>): void {
  const hello = {
    ...{ protocol: 1, version: '1.0.0', pid: process.pid, platform: PLATFORMS[process.platform] ?? 'posix' },
    ...{
      machine: MACHINES[process.arch] ?? 'other',
      bits: /^(ia32|arm|mips)/.test(process.arch) && process.arch !== 'arm64' ? 32 : 64,
    },
    ...{ library, urlBytes: URL_BYTES_MOST, inBytes: IN_BYTES_MOST, outBytes: OUT_BYTES },
    loadMilliseconds: Math.round(loadMilliseconds),
    ...outcome,
  }
  writeOutput(encodeFrame({ id: 0, kind: frameKind.hello, payload: encodeUtf8(JSON.stringify(hello)) }))
}

function readArguments(words: readonly string[]): { library: string | undefined; functionName: string | undefined } {
  const after = (name: string): string | undefined => {
    const at = words.indexOf(name)
    return at === -1 ? undefined : words[at + 1]
  }
  return { library: after('--library'), functionName: after('--function') }
}

function refuseToStart(path: string, error: { kind: string; text: string }): never {
  greet(path, 0, { loaded: false, error: { ...error, code: 0 } })
  endAtOnce()
}

/** An ordinary exit would wait for the other thread, which waits for input. */
function endAtOnce(): never {
  for (;;) process.kill(process.pid, 'SIGKILL')
}
