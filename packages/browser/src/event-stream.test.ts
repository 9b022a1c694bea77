import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { createEventReader } from './event-stream.ts'

const line = fc.string().map((text) => text.replace(/[\r\n]/g, ''))
const event = fc.record(
  {
    id: line.filter((text) => text !== '' && !text.includes('\0')),
    topic: line.filter((text) => text !== ''),
    data: fc
      .array(line, { minLength: 1, maxLength: 3 })
      .map((lines) => lines.join('\n'))
      .filter((data) => data !== ''),
  },
  { noNullPrototype: true },
)

it('finds the same events however the stream is cut, with comments between them', () => {
  fc.assert(
    fc.property(
      fc.array(event, { maxLength: 8 }),
      fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
      (events, cuts) => {
        const text = events
          .map(({ id, topic, data }) => {
            const lines = data.split('\n').map((part) => `data: ${part}`)
            return [`id: ${id}`, `event: ${topic}`, ...lines, '', ': still here', '', ''].join('\n')
          })
          .join('')
        const next = createEventReader()
        const found = []
        let at = 0
        while (at < text.length) {
          const end = at + cuts.next().value
          found.push(...next(text.slice(at, end)))
          at = end
        }
        assert.deepEqual(found, events)
      },
    ),
    { numRuns: 300, seed: 20260123 },
  )
})
