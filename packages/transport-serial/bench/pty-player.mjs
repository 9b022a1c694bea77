// Both ends of a pty line in one process, on the runtime that runs this: `pty-player.mjs pathA pathB binding`. Prints numbers.
import process from 'node:process'
import { createLink, openPort } from '@nationec/transport-serial'

/**
 * @typedef {(bytes: Uint8Array) => void} OnData
 * @typedef {(stream: 'control' | 'data', bytes: Uint8Array) => void} OnMessage
 */

const [a = '', b = '', named = 'auto'] = process.argv.slice(2)
const binding = /** @type {import('@nationec/transport-serial').PortBinding} */ (named)
const MEGABYTE = 1_000_000
const message = new Uint8Array(900_000)
for (let at = 0; at < message.length; at += 60_000) crypto.getRandomValues(message.subarray(at, at + 60_000))

const bare = await bareEnds()
console.log('port.pty_mb_s', await bare.rate())
console.log('port.pty_rtt20_ms', await bare.roundTrip())
await bare.close()
const linked = await linkedEnds()
console.log('link.pty_mb_s', await linked.rate())
console.log('link.pty_rtt20_ms', await linked.roundTrip())
await linked.close()

/** @param {string} path @param {OnData} onData */
async function open(path, onData) {
  return openPort({ path, binding }).open({ onData, onClose: (cause) => void Promise.reject(cause) })
}

/** What one end writes the other counts; small pieces go back. */
async function bareEnds() {
  let heard = 0
  /** @type {(value?: unknown) => void} */
  let wake = () => {}
  const near = await open(a, (bytes) => {
    heard += bytes.length
    wake()
  })
  let echoes = false
  const far = await open(b, (bytes) => {
    if (echoes) far.write(bytes)
    heard += echoes ? 0 : bytes.length
    wake()
  })
  return {
    rate: () =>
      best(async () => {
        heard = 0
        const piece = new Uint8Array(16_384)
        for (let sent = 0; sent < 4 * MEGABYTE; sent += piece.length) {
          near.write(piece)
          while (sent - heard > 262_144) await next()
        }
        while (heard < 4 * MEGABYTE) await next()
        return 4
      }),
    roundTrip() {
      echoes = true
      return middle(async () => {
        heard = 0
        near.write(new Uint8Array(20))
        while (heard < 20) await next()
      })
    },
    close: () => Promise.all([near.close(), far.close()]),
  }

  function next() {
    return new Promise((resolve) => {
      wake = resolve
    })
  }
}

/** Framing and repetition on both ends; whole messages. */
async function linkedEnds() {
  /** @type {(value?: unknown) => void} */
  let wake = () => {}
  let arrived = 0
  let echoes = false
  const near = await end(a, () => arrive())
  const far = await end(b, (stream, bytes) => {
    if (echoes) far.send(stream, bytes)
    else arrive()
  })
  while (!near.link.isUp || !far.link.isUp) await new Promise((resolve) => setTimeout(resolve, 5))
  return {
    rate: () =>
      best(async () => {
        arrived = 0
        for (let count = 1; count <= 4; count += 1) {
          near.send('data', message)
          while (arrived < count) await next()
        }
        return (4 * message.length) / MEGABYTE
      }),
    roundTrip() {
      echoes = true
      return middle(async () => {
        arrived = 0
        near.send('control', new Uint8Array(20))
        while (arrived < 1) await next()
      })
    },
    close: () => Promise.all([near.close(), far.close()]),
  }

  function arrive() {
    arrived += 1
    wake()
  }

  function next() {
    return new Promise((resolve) => {
      wake = resolve
    })
  }
}

/** @param {string} path @param {OnMessage} onMessage */
async function end(path, onMessage) {
  const link = createLink()
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer
  const port = await open(path, (bytes) => pump(bytes))
  link.attach(performance.now(), { baud: port.baud })
  pump()
  return {
    link,
    /** @type {OnMessage} */
    send(stream, bytes) {
      link.send(stream, bytes)
      pump()
    },
    close() {
      clearTimeout(timer)
      return port.close()
    },
  }

  /** @param {Uint8Array} [bytesIn] */
  function pump(bytesIn) {
    const { bytesOut, events, wakeAt } = link.step(performance.now(), bytesIn)
    if (bytesOut.length > 0) port.write(bytesOut)
    clearTimeout(timer)
    if (wakeAt !== Infinity) timer = setTimeout(() => pump(), Math.max(1, wakeAt - performance.now()))
    for (const event of events) if (event.type === 'message') onMessage(event.stream, event.bytes)
  }
}

/**
 * Megabytes a second: the best of five, because a shared machine only ever takes time away.
 *
 * @param {() => Promise<number>} work
 */
async function best(work) {
  let rate = 0
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now()
    const megabytes = await work()
    rate = Math.max(rate, (megabytes * 1_000) / (performance.now() - start))
  }
  return rate
}

/**
 * The median of 400, in milliseconds.
 *
 * @param {() => Promise<void>} work
 */
async function middle(work) {
  const times = []
  for (let round = 0; round < 400; round += 1) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return times.sort((x, y) => x - y)[200]
}
