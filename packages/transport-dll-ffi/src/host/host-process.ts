import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createFrameReader } from './frame-reader.ts'
import type { Frame } from './frames.ts'
import type { HostCommand } from './host-command.ts'

/** How a host process came to its end. */
export interface ProcessEnd {
  readonly exitCode: number | null
  readonly signal: string | null
  /** Whether its pipe was read to the end: only then is a frame that did not come known not to have been sent. */
  readonly readToEnd: boolean
  /** Why it never ran. */
  readonly spawnError: unknown
}

/** A child process that speaks frames. */
export interface HostProcess {
  readonly ended: Promise<ProcessEnd>
  write(bytes: Uint8Array): void
  /** Asks it to end, as PROTOCOL.md says: by the end of its input. */
  closeInput(): void
  kill(): void
  /** The first words on its standard error, kept until `hush`. */
  readonly complaint: string
  /** Stops listening to its standard error: the library prints there. */
  hush(): void
}

export interface HostListeners {
  readonly onFrame: (frame: Frame) => void
  readonly onNoise: (bytes: number) => void
}

/** A program that the library started may hold the pipe open; this is the longest wait for that. */
const PIPE_GRACE = 500
const COMPLAINT_MOST = 2_000

/** Starts a host. Never throws: a program that cannot be run ends with `spawnError`. */
export function startHostProcess(command: HostCommand, { onFrame, onNoise }: HostListeners): HostProcess {
  let settle: (end: ProcessEnd) => void = () => {}
  const ended = new Promise<ProcessEnd>((resolve) => {
    settle = resolve
  })
  let child: ChildProcessWithoutNullStreams
  try {
    child = spawn(command.program, command.args, {
      env: environmentWith(command.environment),
      stdio: ['pipe', 'pipe', command.showPrints ? 'inherit' : 'pipe'],
      // Not `windowsHide`: it would hide the windows of the library, which the patient or the cashier must see.
    }) as ChildProcessWithoutNullStreams
  } catch (spawnError) {
    settle({ exitCode: null, signal: null, readToEnd: true, spawnError })
    return { ended, write() {}, closeInput() {}, kill() {}, complaint: '', hush() {} }
  }

  let complaint = ''
  let listening = true
  child.stderr?.on('data', (piece: Uint8Array) => {
    if (listening && complaint.length < COMPLAINT_MOST) complaint += new TextDecoder().decode(piece)
  })
  // A pipe breaks when the host ends; that it ended is told by `ended`.
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.on('error', () => {})
  readFrames(child, onFrame, onNoise)
  watchEnd(child, settle)

  return {
    ended,
    write: (bytes) => {
      child.stdin.write(bytes)
    },
    closeInput: () => {
      child.stdin.end()
    },
    kill: () => {
      child.kill('SIGKILL')
    },
    get complaint() {
      return complaint
    },
    hush: () => {
      listening = false
      complaint = ''
    },
  }
}

/** Members that are undefined are left out: the runtimes differ in what they make of them. */
function environmentWith(more: HostCommand['environment']): Record<string, string> {
  const members = Object.entries({ ...process.env, ...more })
  return Object.fromEntries(members.filter((member): member is [string, string] => member[1] !== undefined))
}

function readFrames(
  child: ChildProcessWithoutNullStreams,
  onFrame: (frame: Frame) => void,
  onNoise: HostListeners['onNoise'],
) {
  const reader = createFrameReader(onFrame)
  let told = 0
  child.stdout.on('data', (piece: Uint8Array) => {
    reader.push(piece)
    if (reader.skipped === told) return
    onNoise(reader.skipped - told)
    told = reader.skipped
  })
}

function watchEnd(child: ChildProcessWithoutNullStreams, settle: (end: ProcessEnd) => void): void {
  let readToEnd = false
  let exit: Pick<ProcessEnd, 'exitCode' | 'signal'> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const finish = (spawnError?: unknown): void => {
    clearTimeout(timer)
    settle({ exitCode: null, signal: null, ...exit, readToEnd, spawnError })
    for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.destroy()
  }
  const onPipeEnd = (): void => {
    readToEnd = true
    if (exit !== undefined) finish()
  }
  child.stdout.on('end', onPipeEnd)
  child.on('exit', (exitCode, signal) => {
    exit = { exitCode, signal }
    if (readToEnd) finish()
    else timer = setTimeout(finish, PIPE_GRACE)
  })
  child.on('error', (error) => {
    // Also told of a kill that came too late; only without a process did it never run.
    if (child.pid !== undefined) return
    readToEnd = true
    finish(error)
  })
}
