// @runtimes node
// @needs cc javac java
// @everyday none
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { before, describe } from 'node:test'
import { buildTarget, ownTarget } from '../../native/build.mjs'
import { temporaryFolder } from '../temporary-folder.ts'
import { callerSuite, example } from './caller-suite.ts'

const folder = temporaryFolder()
/** Where Debian has it. */
const JNA = '/usr/share/java/jna.jar'
const noJna = existsSync(JNA) || process.env['CI'] !== undefined ? false : 'no JNA (Debian: libjna-java)'

describe('the caller in Java', { skip: noJna }, () => {
  before(() => {
    const { status, stderr } = spawnSync(
      'javac',
      ['-encoding', 'UTF-8', '-Xlint:all', '-Werror', '-cp', JNA, '-d', folder, example('Caller.java')],
      { encoding: 'utf8' },
    )
    assert.equal(status, 0, stderr)
  })
  callerSuite(
    () => ['java', ['-cp', `${JNA}:${folder}`, 'Caller']],
    () => buildTarget(ownTarget).library,
  )
})
