import { once } from 'node:events'
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { defineTransport, type SendContext, type Transport, type TransportRequest } from '@nationec/transport'
import { type PeerAnswer, scriptPeer, testTransport } from '@nationec/transport/conformance'

const nothingHeld = 'each request has a socket of its own, so there is nothing to hold or to release'

testTransport('HTTP, a socket for each request', makeSubject, {
  skip: {
    'closing releases the device, once': nothingHeld,
    'await using closes the connection': nothingHeld,
    'a failed opening is not-sent, leaves nothing open, and the next exchange opens anew': nothingHeld,
  },
  timing: { longest: 200 },
})

/** The smallest transport over HTTP: one POST for each exchange, the address and the time left in headers. */
function httpTransport(port: number): Transport {
  return defineTransport({
    specVersion: 1,
    name: 'http',
    supports: { cancel: true, disconnectEvents: false },
    open: async () => ({ send: (request, context) => post(port, request, context), close: () => {} }),
  })
}

async function post(port: number, { url, text }: TransportRequest, { signal, remaining }: SendContext) {
  const headers = { 'X-Url': encodeURIComponent(url), 'X-Remaining': String(remaining) }
  return new Promise<string>((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, method: 'POST', headers, agent: false, signal },
      (response) => {
        read(response)
          .then((bytes) => {
            if (response.statusCode !== 200) throw new Error(`HTTP ${response.statusCode}`)
            resolve(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
          })
          .catch(reject)
      },
    )
    request.on('error', reject)
    request.end(text)
  })
}

/** Rejects if the message breaks off before its announced length. */
async function read(message: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of message) pieces.push(piece)
  const bytes = Buffer.concat(pieces)
  const announced = message.headers['content-length']
  if (announced !== undefined && Number(announced) !== bytes.length) throw new Error('the message broke off')
  return bytes
}

async function makeSubject() {
  const sockets = new Set<Socket>()
  const { peer, answerBytes } = scriptPeer({
    plays: ['cut', 'bytes'],
    sessions: () => ({ opened: 0, closed: 0 }),
    disconnect: () => sockets.forEach((socket) => void socket.destroy()),
  })
  const server = createServer((request, response) => {
    const { 'x-url': url, 'x-remaining': remaining } = request.headers
    const context = { url: decodeURIComponent(String(url)), remaining: Number(remaining) }
    read(request)
      .then((bytes) => answerBytes(bytes.toString(), context))
      .then((answer) => reply(response, answer))
      .catch(() => response.writeHead(500).end())
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    transport: httpTransport(port),
    peer,
    dispose: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function reply(response: ServerResponse, { bytes, cut }: PeerAnswer): void {
  response.setHeader('Content-Length', bytes.length)
  if (cut) response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy())
  else response.end(bytes)
}
