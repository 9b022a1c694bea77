import assert from 'node:assert/strict'
import { specificationLimits } from '../../limits.ts'
import type { ConformanceCase } from '../case.ts'

export const describingCases: readonly ConformanceCase[] = [
  {
    title: 'describes itself: name, supports, limits within the specification, deadline',
    async run({ transport }) {
      const { specVersion, name, supports, limits, deadline } = transport
      assert.equal(specVersion, 1)
      assert.match(name, /^[a-z][a-z0-9-]*$/, 'the name must be lower case')
      assert.equal(typeof supports.cancel, 'boolean')
      assert.equal(typeof supports.disconnectEvents, 'boolean')
      for (const key of ['url', 'text', 'answer'] as const) {
        assert.ok(limits[key] > 0 && limits[key] <= specificationLimits[key], `limits.${key} is over clause 3.2`)
      }
      assert.ok(deadline > 0, 'the deadline must be positive')
    },
  },
  {
    title: 'opens nothing before the first exchange',
    async run(context) {
      const connection = context.connect()
      await context.quiet()
      assert.equal((await context.peer.sessions()).opened, 0, 'the device was opened without an exchange')
      await context.close(connection)
      assert.equal((await context.peer.sessions()).opened, 0, 'closing opened the device')
    },
  },
]
