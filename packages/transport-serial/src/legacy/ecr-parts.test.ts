import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { LinkEvent } from '../link/link.ts'
import { LONGEST_DATA } from './ecr-block.ts'
import { decodeHello, EcrGreeting, type Hello } from './ecr-hello.ts'
import { EcrReceiver } from './ecr-receiver.ts'
import { EcrSender } from './ecr-sender.ts'

const BYTE_TIME = 1

function makeSender() {
  const written: Uint8Array[] = []
  return { written, sender: new EcrSender({ answerTime: 100, write: (block) => written.push(block) }) }
}

describe('the sender of cash-register blocks', () => {
  it('sends one block at a time, control first, and says when a stream is empty', () => {
    const { sender, written } = makeSender()
    sender.put('data', Uint8Array.of(1))
    sender.put('control', Uint8Array.of(2))
    sender.sendNext(0, BYTE_TIME)
    sender.sendNext(0, BYTE_TIME)
    assert.equal(written.length, 1)
    assert.equal(sender.hasWork, false)
    assert.equal(sender.acknowledged(0), 'control')
    assert.equal(sender.hasWork, true)
    sender.sendNext(0, BYTE_TIME)
    assert.deepEqual([...(written[1] ?? [])].slice(3, 6), [0, 1, 1]) // data, number 1, the byte
    assert.equal(sender.acknowledged(1), 'data')
    assert.equal(sender.acknowledged(1), undefined)
  })

  it('takes an answer for the block that it names and for no other', () => {
    const { sender } = makeSender()
    sender.put('data', Uint8Array.of(1))
    sender.sendNext(0, BYTE_TIME)
    assert.equal(sender.acknowledged(7), undefined)
    assert.ok(sender.pending('data') > 0)
    assert.equal(sender.acknowledged(0), 'data')
  })

  it('waits for the answer as long as the block takes, and the answer', () => {
    const { sender, written } = makeSender()
    sender.put('data', Uint8Array.of(1))
    assert.equal(sender.dueAt, Number.POSITIVE_INFINITY)
    sender.sendNext(50, BYTE_TIME)
    assert.equal(sender.dueAt, 50 + (written[0]?.length ?? 0) + 100)
  })

  it('repeats a refused block under its number, and gives it up after three', () => {
    const { sender, written } = makeSender()
    sender.put('data', Uint8Array.of(1))
    sender.sendNext(0, BYTE_TIME)
    assert.deepEqual(
      [sender.refused(1, BYTE_TIME), sender.refused(2, BYTE_TIME), sender.refused(3, BYTE_TIME)],
      [true, true, false],
    )
    assert.deepEqual(written, [written[0], written[0], written[0]])
    assert.deepEqual([sender.framesSent, sender.framesResent], [3, 2])
  })

  it('forgets what waits and what is on its way', () => {
    const { sender } = makeSender()
    sender.put('data', new Uint8Array(2_000))
    sender.sendNext(0, BYTE_TIME)
    assert.ok(sender.pending('data') > 2_000)
    sender.clear()
    assert.deepEqual([sender.pending('data'), sender.dueAt, sender.hasWork], [0, Number.POSITIVE_INFINITY, false])
  })
})

describe('the receiver of cash-register blocks', () => {
  const full = new Uint8Array(LONGEST_DATA - 2).fill(1)
  const block = (flags: number, number: number, ...payload: number[]) => Uint8Array.of(flags, number, ...payload)

  it('takes a block once, puts messages together and holds them while nothing is read', () => {
    const events: LinkEvent[] = []
    const receiver = new EcrReceiver(2_000, (event) => events.push(event))
    receiver.setReading('data', false)
    assert.equal(receiver.accept(block(2, 0, ...full)), true)
    assert.equal(receiver.accept(block(2, 0, ...full)), true)
    assert.equal(receiver.accept(block(0, 1, 2)), true)
    assert.deepEqual(events, [])
    receiver.setReading('data', true)
    assert.deepEqual(events, [{ type: 'message', stream: 'data', bytes: Uint8Array.of(...full, 2) }])
  })

  it('drops half a message and what it holds with the session', () => {
    const events: LinkEvent[] = []
    const receiver = new EcrReceiver(2_000, (event) => events.push(event))
    receiver.setReading('control', false)
    receiver.accept(block(1, 0, 9))
    receiver.accept(block(2, 1, ...full))
    receiver.clear()
    receiver.setReading('control', true)
    assert.equal(receiver.accept(block(0, 1, 2)), true)
    assert.deepEqual(events, [{ type: 'message', stream: 'data', bytes: Uint8Array.of(2) }])
  })

  it('refuses a short block that more follow: a message has no more blocks than its length needs', () => {
    let refused = 0
    const receiver = new EcrReceiver(1_048_576, () => {})
    for (let number = 0; number < 20_000; number += 1) if (!receiver.accept(block(2, number % 256, 1))) refused += 1
    assert.equal(refused, 20_000)
  })

  it('refuses an empty block and more than the longest message', () => {
    const receiver = new EcrReceiver(3, () => {})
    assert.equal(receiver.accept(block(0, 0)), false)
    assert.equal(new EcrReceiver(3, () => {}).accept(block(0, 0, 1, 2, 3, 4)), false)
  })
})

describe('the greeting of cash-register blocks', () => {
  it('tells our echo, a new peer, the known one, and the known one that waits apart', () => {
    let drawn = 0
    const greeting = new EcrGreeting((length) => {
      drawn += 1
      return new Uint8Array(length).fill(drawn)
    })
    const said = (isUp: boolean): Hello => decodeHello(greeting.encode(isUp)) ?? assert.fail('a hello')
    assert.equal(greeting.hear(said(false), false), 'echo')
    const hello = { isUp: true, bootId: new Uint8Array(8), own: new Uint8Array(8).fill(99), seen: said(false).own }
    assert.equal(greeting.hear(hello, false), 'new')
    greeting.meet(hello)
    assert.deepEqual(said(true).seen, hello.own)
    assert.equal(greeting.hear(hello, true), 'known')
    assert.equal(greeting.hear({ ...hello, isUp: false }, true), 'known-and-waits')
    assert.equal(greeting.hear({ ...hello, seen: new Uint8Array(8) }, true), 'known-and-waits')
    assert.equal(greeting.hear({ ...hello, own: new Uint8Array(8).fill(98) }, true), 'new')
    greeting.renew()
    assert.equal(greeting.hasSeenUs(hello), false)
    assert.deepEqual(said(false).seen, new Uint8Array(8))
  })
})
