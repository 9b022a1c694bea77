import { performance } from 'node:perf_hooks'
import { memoryPorts, openPort, type PortLike } from '@nationec/transport-serial'
import { cliError } from '../../errors/cli-error.ts'
import { printResult } from '../../output/print-result.ts'
import { say } from '../../output/say.ts'
import { fillNewFile, makeNewFiles } from '../../terminal/new-files.ts'
import { type LinkEnd, openLinkEnd } from './link-end.ts'
import { recordedPort } from './recorded-port.ts'

export interface BenchFlags {
  readonly serialPort?: string
  readonly other?: string
  readonly serialBaud: number
  readonly size: number
  readonly record?: string
  readonly json?: boolean
}

const ROUND_TRIPS = 25
const SMALL = 20
/** KiB: the whole is one message, and the link takes 1 MiB. */
const LARGEST = 1000
/** Milliseconds until the ends must have found each other; the longest time for a bench is that of the line itself. */
const PATIENCE = 10_000

/**
 * `nationec link bench`: how much the link of MSL/1 carries over a cable between two ports, or over memory.
 *
 * @throws `FILE_EXISTS`, `FOLDER_NOT_WRITABLE` for the recording, before anything is sent
 */
export async function benchCommand(flags: BenchFlags): Promise<void> {
  const { serialPort: port, serialBaud: baud, other, size, record, json = false } = flags
  const isReal = port !== undefined && other !== undefined
  if (!isReal && (port ?? other) !== undefined) {
    const text = { en: '--serial-port and --other go together.', zh: '--serial-port 与 --other 须同时给出。' }
    throw cliError('INPUT_INVALID', { details: [text] })
  }
  if (size < 1 || size > LARGEST) {
    const text = { en: `--size is 1 to ${LARGEST} KiB.`, zh: `--size 须为 1 至 ${LARGEST} KiB。` }
    throw cliError('INPUT_INVALID', { details: [text] })
  }
  const [near, far] = isReal ? [portAt(port, baud), portAt(other, baud)] : twoEnds()
  if (record !== undefined) await makeNewFiles({ path: record })
  const recorded = record === undefined ? undefined : recordedPort(near)
  const keep = async (): Promise<void> => {
    if (record !== undefined && recorded !== undefined) await fillNewFile(record, recorded.written())
  }
  // A bench that fails is the one whose recording is wanted most.
  const measured = await measure(recorded?.port ?? near, far, size * 1024).finally(keep)
  const { bytesPerSecond } = measured
  const share = isReal ? Number(((bytesPerSecond * 10) / baud).toFixed(4)) : null
  const result = { line: isReal ? [port, other] : null, baud: isReal ? baud : null, share, ...measured }
  printResult(result, json, () => {
    say(`line 线路: ${isReal ? `${port} - ${other}, ${baud} baud` : 'memory 内存'}`)
    say(`goodput 净吞吐: ${bytesPerSecond} B/s${share === null ? '' : ` (${(share * 100).toFixed(1)} % of baud/10)`}`)
    say(`round trip 往返 p50: ${measured.roundTripMs} ms`)
    say(`frames resent 重发帧: ${measured.framesResent}`)
  })
}

function portAt(path: string, baudRate: number): PortLike {
  return openPort({ path, baudRate })
}

function twoEnds(): [PortLike, PortLike] {
  const { institution, terminal } = memoryPorts()
  return [institution, terminal]
}

async function measure(near: PortLike, far: PortLike, bytes: number) {
  let arrived: (message: Uint8Array) => void = () => {}
  let echo: LinkEnd | undefined
  await using there = await openLinkEnd(far, (message) =>
    message.length === SMALL ? echo?.send(message) : arrived(message),
  )
  echo = there
  await using here = await openLinkEnd(near, (message) => arrived(message))
  await withPatience(Promise.all([here.up, there.up]))
  const transfer = async (message: Uint8Array): Promise<number> => {
    const begin = performance.now()
    const whole = new Promise<Uint8Array>((resolve) => {
      arrived = resolve
    })
    here.send(message)
    if ((await whole).length !== message.length) throw cliError('UNEXPECTED')
    return performance.now() - begin
  }
  const trips: number[] = []
  for (let trip = 0; trip < ROUND_TRIPS; trip += 1) trips.push(await transfer(new Uint8Array(SMALL)))
  const milliseconds = await transfer(randomBytes(bytes))
  return {
    bytes,
    seconds: Number((milliseconds / 1000).toFixed(3)),
    bytesPerSecond: Math.round((bytes * 1000) / milliseconds),
    roundTripMs: Number((trips.sort((a, b) => a - b)[ROUND_TRIPS >> 1] ?? 0).toFixed(2)),
    framesResent: here.statistics.framesResent,
  }
}

/** What is sent compresses as badly as it can, and looks like nothing. */
function randomBytes(length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length; at += 65_536) globalThis.crypto.getRandomValues(bytes.subarray(at, at + 65_536))
  return bytes
}

async function withPatience(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(cliError('LINE_SILENT')), PATIENCE)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
