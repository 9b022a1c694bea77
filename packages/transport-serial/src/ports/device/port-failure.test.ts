import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { portError } from './port-error.ts'
import { portFailure } from './port-failure.ts'

/** What systems and libraries have been seen to say. */
const SAID: readonly (readonly [said: string, code: string])[] = [
  ["ENOENT: no such file or directory, stat '/dev/x'", 'PORT_MISSING'],
  ['stty: /dev/ttyS3: Input/output error', 'PORT_MISSING'],
  ['Error: No such device or address, cannot open /dev/x', 'PORT_MISSING'],
  ['sh: 1: cannot open /dev/x: No such device', 'PORT_MISSING'],
  ['Opening COM9: File not found', 'PORT_MISSING'],
  ['stty: /dev/cu.x: Device not configured', 'PORT_MISSING'],
  ['sh: 1: cannot create /dev/x: Permission denied', 'PORT_FORBIDDEN'],
  ["EPERM: operation not permitted, access '/dev/x'", 'PORT_FORBIDDEN'],
  ["stty: 'standard input': Inappropriate ioctl for device", 'PORT_NOT_SERIAL'],
  ['stty: /dev/null: Not a tty', 'PORT_NOT_SERIAL'],
  ['stty: /dev/x: Device or resource busy', 'PORT_BUSY'],
  ['Error Resource temporarily unavailable Cannot lock port', 'PORT_BUSY'],
  ['Opening COM3: Access denied', 'PORT_BUSY'],
  ['something nobody has seen', 'PORT_FAILED'],
]

describe('portFailure', () => {
  it('knows the failures by what the systems say', () => {
    for (const [said, code] of SAID) {
      const cause = new Error(said)
      const error = portFailure(cause, '/dev/x')
      assert.equal(error.code, code, said)
      assert.equal(error.cause, cause)
      assert.equal(error.delivery, 'not-sent')
    }
  })

  it('knows them by name, leaves ours alone and takes anything', () => {
    assert.equal(portFailure(Object.assign(new Error(''), { code: 'EACCES' }), '/dev/x').code, 'PORT_FORBIDDEN')
    const ours = portError('PORT_RATE_UNSUPPORTED', '/dev/x')
    assert.equal(portFailure(ours, '/dev/x'), ours)
    for (const odd of [undefined, null, 'text', 7, {}]) assert.equal(portFailure(odd, '/dev/x').code, 'PORT_FAILED')
  })
})
