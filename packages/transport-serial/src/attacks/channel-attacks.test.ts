// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bytesToHex } from '@nationec/crypto'
import { generateSm2KeyPair, type Sm2PrivateKey } from '@nationec/crypto/sm2'
import { type ChannelCodec, mslChannel, serialTransport } from '@nationec/transport-serial'
import type { ChannelPacket } from '../channel/channel.ts'
import { createInstitutionHandshake } from '../channel/institution-handshake.ts'
import { type AttackedTerminal, type Attacker, attackedTerminal, keys } from '../fixtures/attacked-terminal.ts'
import { until } from '../fixtures/desk-pair.ts'
import { randomBytes } from '../message/request-id.ts'

const linkVersions = { own: [1, 1], peer: [1, 1] } as const
const OPTIONS = Uint8Array.of(1, 0, 0, 0, 0x69, 0x55, 0xb9, 0)
const context = { options: OPTIONS, bootId: new Uint8Array(8), linkVersions }
const { link: own, terminal: far } = keys.institution

/** What a program at the other end of the cable, without the keys or with only some of them, has tried at a terminal. */
describe('at the channel of a terminal', () => {
  it('a whole session that was recorded has no effect, in the same run and after a restart', async () => {
    await using terminal = attackedTerminal()
    const recorded = await terminal.served()
    for (let run = 0; run < 2; run += 1) {
      const attacker = await up(terminal)
      for (const packet of recorded) attacker.send(packet)
      await until(() => terminal.losses.includes('HANDSHAKE_UNREADABLE'))
      await attacker.leave()
      await terminal.restart()
    }
    assert.equal(terminal.effects, 1)
    await isServed(terminal)
  })

  it('a record that is repeated in its session is refused, and its request carried out once', async () => {
    await using terminal = attackedTerminal()
    const codec = mslChannel({ role: 'institution', own, terminal: far.link })
    const twice: ChannelCodec = {
      name: 'twice',
      create(given) {
        const channel = codec.create(given)
        return { ...channel, send: (...all) => channel.send(...all).flatMap((packet) => [packet, packet]) }
      },
    }
    const { institution } = terminal.ports
    await using connection = serialTransport({ port: institution, keys: keys.institution, channel: twice }).connect()
    await connection.exchange({ text: 'once' }).catch(() => {})
    await connection.close()
    await until(() => terminal.losses.includes('RECORD_UNREADABLE'))
    assert.equal(terminal.effects, 1)
    await isServed(terminal)
  })

  it('what the terminal has said is no proof when it is sent back', async () => {
    await using terminal = attackedTerminal()
    const attacker = await up(terminal)
    attacker.send(control(hello()))
    await until(() => attacker.packets.length === 1)
    const answer = attacker.packets[0]?.bytes ?? new Uint8Array(0)
    attacker.send(control(Uint8Array.of(0xe3, ...answer.subarray(68))))
    await until(() => terminal.losses.length === 1)
    assert.deepEqual(terminal.losses, ['HANDSHAKE_UNREADABLE'])
    await attacker.leave()
    await isServed(terminal)
  })

  for (const [name, key, loss] of [
    ['a foreign link key', generateSm2KeyPair().privateKey, 'PEER_KEY_UNKNOWN'],
    ['the right fingerprint with a foreign signature', masked(), 'HANDSHAKE_SIGNATURE_WRONG'],
    ['the signing key for the link key', keys.institution.signing, 'PEER_KEY_UNKNOWN'],
  ] as const) {
    it(`${name} is refused`, async () => {
      await using terminal = attackedTerminal()
      const attacker = await up(terminal)
      const handshake = createInstitutionHandshake(
        { role: 'institution', own: key, terminal: far.link },
        context,
        randomBytes,
      )
      attacker.send(control(handshake.start() ?? new Uint8Array(0)))
      await until(() => attacker.packets.length === 1)
      const { reply } = handshake.receive(attacker.packets[0]?.bytes ?? new Uint8Array(0))
      attacker.send(control(reply ?? new Uint8Array(0)))
      await until(() => terminal.losses.length === 1)
      assert.deepEqual(terminal.losses, [loss])
      await attacker.leave()
      await isServed(terminal)
    })
  }

  it('the link key does not sign for the signing key', async () => {
    await using terminal = attackedTerminal()
    const channel = mslChannel({ role: 'institution', own, terminal: far.link })
    const swapped = { link: generateSm2KeyPair().privateKey, signing: own, terminal: far }
    const port = terminal.ports.institution
    await using connection = serialTransport({ port, keys: swapped, channel }).connect()
    await assert.rejects(connection.exchange({ text: 'signed by the link key' }), { code: 'REQUEST_REFUSED' })
    await connection.close()
    assert.equal(terminal.effects, 0)
    await isServed(terminal)
  })

  it('a handshake that is no handshake ends the channel, in each of its parts', () => {
    const good = hello()
    const profiles = (...list: number[]) => Uint8Array.of(0xe1, 1, list.length, ...list, ...good.subarray(4))
    const wrong: Readonly<Record<string, Uint8Array>> = {
      'version 0': good.with(1, 0),
      'version 2': good.with(1, 2),
      'no profile': profiles(),
      'an unknown profile': profiles(9),
      '17 profiles': profiles(...Array.from({ length: 17 }, () => 1)),
      '255 profiles': profiles(...Array.from({ length: 255 }, () => 1)),
      'a point off the curve': good.map((byte, at) => (at >= 21 && at < 53 ? 0xff : byte)),
      'a point of zeros': good.map((byte, at) => (at >= 20 && at < 53 ? 0 : byte)),
      'a byte behind its end': Uint8Array.of(...good, 0),
      'plain text': new TextEncoder().encode('{"transType":"6201"}'),
    }
    for (const [name, bytes] of Object.entries(wrong)) assert.ok(endOf({ stream: 'control', bytes }), name)
    assert.equal(endOf({ stream: 'data', bytes: good }), 'HANDSHAKE_UNEXPECTED')
    assert.equal(endOf({ stream: 'data', bytes: wrong['plain text'] ?? good }), 'HANDSHAKE_UNEXPECTED')
    assert.equal(endOf({ stream: 'control', bytes: good }), undefined)
  })

  it('handshakes that are begun and not ended hold no till up', async () => {
    await using terminal = attackedTerminal()
    for (let count = 0; count < 20; count += 1) {
      const attacker = await up(terminal)
      attacker.send(control(hello()))
      await until(() => attacker.packets.length === 1)
      await attacker.leave()
    }
    await isServed(terminal)
  })

  it('a link without a word of a handshake holds no till up', async () => {
    await using terminal = attackedTerminal()
    const attacker = await up(terminal)
    await new Promise((resolve) => setTimeout(resolve, 50))
    await attacker.leave()
    await isServed(terminal)
  })

  it('a key update after every record goes on for 300 requests', async () => {
    const life = { keyLife: { records: 1 } }
    const terminal = mslChannel({ role: 'terminal', own: keys.terminal.link, institutions: [own.publicKey] }, life)
    const channel = mslChannel({ role: 'institution', own, terminal: far.link }, life)
    await using attacked = attackedTerminal(terminal)
    const port = attacked.ports.institution
    await using connection = serialTransport({ port, keys: keys.institution, channel }).connect()
    for (let count = 0; count < 300; count += 1) assert.equal(await connection.exchange({ text: 'again' }), 'ok')
    await connection.close()
    assert.deepEqual([attacked.effects, attacked.losses.filter((reason) => reason.startsWith('RECORD'))], [300, []])
  })

  it('360 handshakes of six runs draw 360 nonces and one-time keys on each side, and six boot ids', () => {
    const [nonces, points, boots] = [new Set<string>(), new Set<string>(), new Set<string>()]
    for (let count = 0; count < 360; count += 1) {
      const bootId = new Uint8Array(8).fill(count % 6)
      const first = hello()
      const [answer] = terminalChannel(bootId, first).packets
      assert.ok(answer !== undefined)
      boots.add(bytesToHex(answer.bytes.subarray(19, 27)))
      for (const nonce of [first.subarray(4, 20), answer.bytes.subarray(3, 19)]) nonces.add(bytesToHex(nonce))
      for (const point of [first.subarray(20, 53), answer.bytes.subarray(27, 60)]) points.add(bytesToHex(point))
    }
    assert.deepEqual([nonces.size, points.size, boots.size], [720, 720, 6])
  })
})

/** A key that shows the till's public half and signs with another. */
function masked(): Sm2PrivateKey {
  const { privateKey } = generateSm2KeyPair()
  return { publicKey: own.publicKey, sign: (bytes: Uint8Array) => privateKey.sign(bytes) } as Sm2PrivateKey
}

/** M1 as a till sends it: no key is needed for it. */
function hello(): Uint8Array {
  const [packet] = mslChannel({ role: 'institution', own, terminal: far.link }).create(context).start(0).packets
  assert.ok(packet !== undefined)
  return packet.bytes
}

function control(bytes: Uint8Array): ChannelPacket {
  return { stream: 'control', bytes }
}

function terminalChannel(bootId: Uint8Array, bytes: Uint8Array, stream: 'control' | 'data' = 'control') {
  const institutions = [own.publicKey]
  const channel = mslChannel({ role: 'terminal', own: keys.terminal.link, institutions }).create({ ...context, bootId })
  channel.start(0)
  return channel.receive(0, { stream, bytes })
}

function endOf({ stream, bytes }: ChannelPacket): string | undefined {
  const last = terminalChannel(new Uint8Array(8), bytes, stream).events.at(-1)
  return last?.type === 'closed' ? last.reason : undefined
}

/** An attacker whose link is up. */
async function up(terminal: AttackedTerminal): Promise<Attacker> {
  const attacker = await terminal.attack()
  await until(() => attacker.link.isUp)
  return attacker
}

/** After all of it an honest till is served, and no effect came from anything else. */
async function isServed(terminal: AttackedTerminal): Promise<void> {
  const { effects } = terminal
  await terminal.served()
  assert.equal(terminal.effects, effects + 1)
}
