import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { BusinessError, ProtocolError } from '@nationec/protocol'
import { transportError } from '@nationec/transport'
import { cliError } from './cli-error.ts'
import { EXIT, exitCodeOf } from './exit-codes.ts'

describe('the exit code of a failure', () => {
  it('says first what became of the request', () => {
    const codes = [
      [transportError('mock', 'TIMEOUT', { delivery: 'unknown' }), EXIT.unknown],
      [new ProtocolError('ANSWER_EMPTY'), EXIT.unknown],
      [new BusinessError({ responseCode: 1, responseMessage: '' }), EXIT.refused],
      [transportError('mock', 'TIMEOUT', { delivery: 'not-sent' }), EXIT.transport],
      [transportError('mock', 'OPEN_FAILED'), EXIT.transport],
      [new ProtocolError('REQUEST_INVALID'), EXIT.usage],
      [new ProtocolError('PROFILE_INVALID'), EXIT.configuration],
      [transportError('mock', 'TRANSPORT_INVALID'), EXIT.configuration],
      [cliError('PORT_BUSY'), EXIT.configuration],
      [new Error('anything else'), EXIT.configuration],
    ] as const
    for (const [error, code] of codes) assert.equal(exitCodeOf(error), code, String(error))
  })
})
