/** The handshake, a fee upload of 200 lines against hex stop-and-wait, and the processor's share, all on the virtual line. */
import { deflateRawSync } from 'node:zlib'
import { median, report } from '../../../scripts/bench-kit.ts'
import { createChannelPair } from '../src/fixtures/channel-pair.ts'
import { keys } from '../src/fixtures/desk-pair.ts'
import { feeUpload } from './fee-upload.ts'
import { hexStopAndWait } from './hex-stop-and-wait.ts'
import { sessionPipe } from './session-pipe.ts'
import { createWire } from './wire.ts'

const BAUD = 115_200
const LATENCY = 16
const DEFLATE = { brotli: false, compress: true }
const PLAIN = { brotli: false, compress: false }

{
  const pair = createChannelPair(keys)
  pair.start()
  report(
    'link.handshake_bytes',
    pair.sent.reduce((sum, { packet }) => sum + packet.bytes.length, 0),
  )
  // Time on the line, and the processor's time of both sides on top of it.
  const times = [1, 2, 3, 4, 5, 6, 7].map(() => {
    const wire = createWire(BAUD, 0, DEFLATE)
    wire.run(() => !Number.isNaN(wire.firstFrameAt))
    const [from, busy] = [wire.seconds.now, wire.busy]
    wire.run(() => wire.isOpen)
    return { line: wire.seconds.now - from, busy: wire.busy - busy }
  })
  report('link.handshake_ms', median(times.map(({ line, busy }) => line + busy)))
  report('link.handshake_cpu_ms', median(times.map(({ busy }) => busy)))
}

const text = feeUpload(200)
report('link.upload200.json_bytes', new TextEncoder().encode(text).length)
report('link.upload200.deflated_bytes', deflateRawSync(text).length)
report('link.upload200.hex_s', hexStopAndWait(text, BAUD, LATENCY))
report('link.upload200.plain_s', upload(PLAIN))
report('link.upload200.deflate_s', upload(DEFLATE))
report('link.upload200.brotli_s', upload({ brotli: true, compress: true }))

{
  const pipe = sessionPipe()
  const big = 'x'.repeat(900_000)
  const rates = [1, 2, 3, 4, 5, 6, 7].map(() => (10 * 0.9) / pipe.carry(10, big))
  report('link.cpu_mb_s', median(rates))
}

/** Seconds from the signature to the whole message at the other side, without the handshake. */
function upload(settings: { brotli: boolean; compress: boolean }): number {
  const wire = createWire(BAUD, LATENCY, settings)
  wire.run(() => wire.isOpen)
  const start = wire.seconds.now
  const busy = performance.now()
  sendTo(wire, text)
  const sending = performance.now() - busy
  wire.run(() => wire.messages.length > 0)
  return (wire.seconds.now - start + sending) / 1_000
}

function sendTo(wire: ReturnType<typeof createWire>, body: string): void {
  const signature = keys.institution.signing.sign(new TextEncoder().encode(body))
  wire.send({
    kind: 'request',
    id: 'ab'.repeat(16),
    madeAt: 1,
    url: 'http://10.0.0.8/localQrCodeQuery',
    text: body,
    signature,
  })
}
