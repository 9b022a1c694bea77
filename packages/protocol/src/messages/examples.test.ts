import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { checkRequestBody, defaultProfile, feeUpload, hosFeeUpload, LIMITS, type Message } from '@nationec/protocol'

const bills: readonly [name: string, message: Message, lines: number, diagnoses: number][] = [
  ['outpatient-200-lines', feeUpload, 200, 2],
  ['outpatient-5-lines', feeUpload, 5, 2],
  ['pharmacy', feeUpload, 4, 0],
  ['hos-outpatient', hosFeeUpload, 6, 2],
]

interface ReadBill {
  readonly idNo: string
  readonly userName: string
  readonly feedetailList?: unknown[]
  readonly rxList?: unknown[]
  readonly diseinfoList?: unknown[]
  readonly diseList?: unknown[]
}

function read(name: string): ReadBill {
  return JSON.parse(readFileSync(new URL(`../../../../examples/${name}.json`, import.meta.url), 'utf8'))
}

/** The check digit of an identity number (GB 11643). */
function checkDigit(idNo: string): string | undefined {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  return '10X98765432'[weights.reduce((sum, weight, place) => sum + weight * Number(idNo[place]), 0) % 11]
}

describe('example bills', () => {
  for (const [name, message, lines, diagnoses] of bills) {
    it(`${name} passes every check of ${message.name} and fits one request`, () => {
      const body = read(name)
      assert.deepEqual(checkRequestBody(message, body, defaultProfile), [])
      assert.equal((body.feedetailList ?? body.rxList)?.length, lines)
      assert.equal((body.diseinfoList ?? body.diseList ?? []).length, diagnoses)
      assert.ok(new TextEncoder().encode(JSON.stringify(body)).length <= LIMITS.requestField)
    })

    it(`${name} names nobody who could exist`, () => {
      const { idNo, userName } = read(name)
      assert.match(userName, /^测试患者/)
      assert.match(idNo, /^999999\d{12}$/)
      assert.notEqual(idNo.at(-1), checkDigit(idNo))
    })
  }
})
