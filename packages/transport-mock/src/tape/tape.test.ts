import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isTransportError } from '@nationec/transport'
import fc from 'fast-check'
import { formatTape, parseTape, type TapeEntry } from './tape.ts'

const text = fc.oneof(
  fc.json(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', ' ', '~', '> {}', '{"a":1}\n< {"b":2}', '\u2028', '# no comment', '{"data":"{\\"a\\": 1}"}'),
)
const outcome = fc.oneof(
  fc.record({ answer: text }),
  fc.record({
    code: fc.constantFrom('TIMEOUT', 'SEND_FAILED', 'X', 'CABLE_2'),
    delivery: fc.constantFrom('not-sent' as const, 'unknown' as const, 'answered' as const),
  }),
)
const entries = fc.array(fc.record({ request: text, outcome }), { maxLength: 8 })

describe('a tape', () => {
  it('reads back what was written', () => {
    fc.assert(
      fc.property(entries, (written) => {
        const read = parseTape(formatTape(written)).map(({ request, outcome }) => ({ request, outcome }))
        assert.deepEqual(read.map(meaning), written.map(meaning))
        // Once on a line, a text is kept to the letter.
        assert.equal(formatTape(read), formatTape(written))
      }),
      { numRuns: 500, seed: 7 },
    )
  })

  it('has one line for each text, whatever is in it', () => {
    fc.assert(
      fc.property(entries, (written) => formatTape(written).split('\n').length === written.length * 2 + 2),
      { numRuns: 300, seed: 7 },
    )
  })

  it('is read or refused by name, never anything else', () => {
    const line = fc.oneof(
      fc.constantFrom('> {}', '< {}', '! TIMEOUT unknown', '! x', '>', '<~ "x"', '<~ 5', '# x', '', '  ', '\r'),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        try {
          parseTape(lines.join('\n'))
        } catch (error) {
          assert.ok(isTransportError(error, 'TAPE_INVALID'))
          assert.match(error.message, /Line \d+: /)
        }
      }),
      { numRuns: 500, seed: 7 },
    )
  })

  it('may hold comments, empty lines and Windows line ends', () => {
    const tape = '\ufeff# a till\r\n\r\n> {"a": 1}\r\n# the answer\r\n< {"b":2}\r\n> 1\r\n! TIMEOUT unknown\r\n'
    assert.deepEqual(parseTape(tape), [
      { line: 3, request: '{"a": 1}', outcome: { answer: '{"b":2}' } },
      { line: 6, request: '1', outcome: { code: 'TIMEOUT', delivery: 'unknown' } },
    ])
  })

  const broken: readonly (readonly [string, number, string])[] = [
    ['> {}\n> {}\n< {}', 1, 'a request without an outcome'],
    ['\n> {}', 2, 'a request without an outcome'],
    ['< {}', 1, 'an outcome without a request'],
    ['! TIMEOUT unknown', 1, 'an outcome without a request'],
    ['> {}\n! timeout unknown', 2, 'neither'],
    ['> {}\n! TIMEOUT maybe', 2, 'neither'],
    ['> {}\n? {}', 2, 'neither'],
    ['> {', 1, 'no JSON'],
    ['>~ {}', 1, 'no JSON string'],
    ['>~ secret', 1, 'no JSON'],
  ]
  for (const [tape, line, reason] of broken) {
    it(`refuses ${JSON.stringify(tape)}`, () => {
      assert.throws(
        () => parseTape(tape),
        (error) => isTransportError(error, 'TAPE_INVALID') && error.message.includes(`Line ${line}: ${reason}`),
      )
    })
  }
})

/** Spaces between tokens of JSON may go; nothing else. */
function meaning({ request, outcome }: TapeEntry): unknown {
  return [meaningOf(request), 'answer' in outcome ? meaningOf(outcome.answer) : { ...outcome }]
}

function meaningOf(recorded: string): unknown {
  try {
    return { json: JSON.parse(recorded) as unknown }
  } catch {
    return recorded
  }
}
