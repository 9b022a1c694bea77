// @everyday node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { BusinessError, protocolError } from '@nationec/protocol'
import { TerminalError } from '@nationec/terminal'
import { TransportError, transportError } from '@nationec/transport'
import { dllErrors } from '@nationec/transport-dll-ffi'
import { cliError } from './cli-error.ts'
import { EXIT } from './exit.ts'
import { exitCodeOf } from './exit-codes.ts'

/** As the package of the library makes it. */
function dllError(code: 'LIBRARY_NOT_FOUND') {
  return new TransportError<string>({ transport: 'dll', code, entry: dllErrors[code] })
}

describe('the exit code of a failure', () => {
  it('says first what became of the request', () => {
    const codes = [
      [transportError('mock', 'TIMEOUT', { delivery: 'unknown' }), EXIT.unknown],
      [protocolError('ANSWER_EMPTY'), EXIT.unknown],
      [new BusinessError({ responseCode: 1, responseMessage: '' }), EXIT.refused],
      [transportError('mock', 'TIMEOUT', { delivery: 'not-sent' }), EXIT.transport],
      [transportError('mock', 'OPEN_FAILED'), EXIT.transport],
      [protocolError('REQUEST_INVALID'), EXIT.usage],
      [protocolError('PROFILE_INVALID'), EXIT.configuration],
      [transportError('mock', 'OPTION_INVALID'), EXIT.configuration],
      [cliError('LISTEN_PORT_BUSY'), EXIT.configuration],
      [cliError('OUTPUT_FAILED'), EXIT.configuration],
      [cliError('OUTPUT_FAILED', { delivery: 'unknown' }), EXIT.unknown],
      [cliError('USAGE'), EXIT.usage],
      [cliError('SECRET_ON_COMMAND_LINE'), EXIT.usage],
      [new TerminalError('SETTING_INVALID'), EXIT.configuration],
      [dllError('LIBRARY_NOT_FOUND'), EXIT.configuration],
      [new Error('anything else'), EXIT.configuration],
    ] as const
    for (const [error, code] of codes) assert.equal(exitCodeOf(error), code, String(error))
  })
})
