// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Draws, seeded } from '../fixtures/line/seeded.ts'
import { linkId, UNPAIRED } from './link-id.ts'
import { createPairing, type Pairing } from './pairing.ts'

/** A SYNC on the line, or a piece of data as a sure side sends it. */
type Word =
  | { readonly kind: 'sync'; readonly from: string; readonly to: string }
  | { readonly kind: 'data'; readonly from: string; readonly to: string }

interface Side {
  pairing: Pairing
  readonly inbox: Word[]
}

describe('pairing', () => {
  it('never takes data of another pair, whoever restarts when, and always comes to an end', () => {
    for (let seed = 1; seed <= 3000; seed += 1) {
      const draws = seeded(seed)
      const sides: [Side, Side] = [start(draws), start(draws)]
      for (let move = 0; move < 60; move += 1) randomMove(sides, draws)
      for (let round = 0; round < 6; round += 1) {
        for (const index of [0, 1] as const) {
          say(sides, index, 'sync', 1, draws)
          while (hear(sides, index, draws));
        }
      }
      const [a, b] = sides
      assert.ok(a.pairing.isSure && b.pairing.isSure, `seed ${seed} does not come together`)
      assert.equal(a.pairing.peer.text, b.pairing.own.text)
      assert.equal(b.pairing.peer.text, a.pairing.own.text)
      assert.equal(a.pairing.epoch.number, b.pairing.epoch.number)
      assert.notEqual(a.pairing.epoch.side, b.pairing.epoch.side)
    }
  })

  it('knows its own voice', () => {
    const { pairing } = start(seeded(1))
    assert.equal(pairing.heard(pairing.own, UNPAIRED), 'echo')
  })

  it('draws another epoch when the peer comes back', () => {
    for (let seed = 1; seed <= 2000; seed += 1) {
      const draws = seeded(seed)
      const { pairing } = start(draws)
      pairing.heard(linkId(draws.bytes(8)), pairing.own)
      const before = pairing.epoch.number
      assert.equal(pairing.heard(linkId(draws.bytes(8)), UNPAIRED), 'renewed')
      assert.notEqual(pairing.epoch.number, before)
    }
  })
})

function start(draws: Draws): Side {
  return { pairing: createPairing((length) => draws.bytes(length)), inbox: [] }
}

function randomMove(sides: [Side, Side], draws: Draws): void {
  const index = draws.between(0, 1) as 0 | 1
  const kind = draws.between(0, 9)
  if (kind === 0) sides[index].pairing = start(draws).pairing
  else if (kind === 1) sides[index].pairing.renew()
  else if (kind < 4) say(sides, index, 'sync', 0.7, draws)
  else if (kind < 6) say(sides, index, 'data', 0.7, draws)
  else hear(sides, index, draws)
}

/** Puts a word on the line; the line keeps the order and may lose. */
function say(sides: [Side, Side], index: 0 | 1, kind: Word['kind'], chance: number, draws: Draws): void {
  const { own, peer, isSure } = sides[index].pairing
  if (kind === 'data' && !isSure) return
  if (draws.next() < chance) sides[1 - index]?.inbox.push({ kind, from: own.text, to: peer.text })
}

function hear(sides: [Side, Side], index: 0 | 1, draws: Draws): boolean {
  const { pairing, inbox } = sides[index]
  const word = inbox.shift()
  if (word === undefined) return false
  if (word.kind === 'data') {
    // The worst epoch byte there is: all epochs have the same. Order alone must keep them apart.
    if (pairing.isSure) assert.deepEqual([word.from, word.to], [pairing.peer.text, pairing.own.text])
    return true
  }
  const heard = pairing.heard(idOf(word.from), idOf(word.to))
  if (heard === 'known' || heard === 'renewed') say(sides, index, 'sync', 0.9, draws)
  else if (heard === 'paired' && draws.next() < 0.5) say(sides, index, 'sync', 0.9, draws)
  return true
}

function idOf(text: string) {
  return linkId(Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)))
}
