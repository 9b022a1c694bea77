// @runtimes node
// @needs cc
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { before, describe } from 'node:test'
import { buildTarget, ownTarget, unableToRun } from '../../native/build.mjs'
import { temporaryFolder } from '../temporary-folder.ts'
import { callerSuite, example } from './caller-suite.ts'

const folder = temporaryFolder()

/** Compiles the C caller. */
function compileCaller(name: string, flags: readonly string[]): string {
  const output = join(folder, name)
  const { status, stderr } = spawnSync(
    'cc',
    ['-Wall', '-Wextra', '-Werror', ...flags, example('caller.c'), '-o', output, '-ldl'],
    { encoding: 'utf8' },
  )
  assert.equal(status, 0, stderr)
  return output
}

describe('the caller in C', () => {
  let program = ''
  before(() => {
    program = compileCaller('caller', [])
  })
  callerSuite(
    () => [program, []],
    () => buildTarget(ownTarget).library,
  )
})

const no32 = ownTarget === 'linux-x64' ? unableToRun('linux-ia32') : 'only from linux-x64'
describe('the caller in C with 32 bits', { skip: no32 }, () => {
  let program = ''
  before(() => {
    program = compileCaller('caller32', ['-m32'])
  })
  callerSuite(
    () => [program, []],
    () => buildTarget('linux-ia32').library,
  )
})

const noPython = spawnSync('python3', ['--version']).status === 0 ? false : 'no python3'
describe('the caller in Python', { skip: noPython }, () => {
  callerSuite(
    () => ['python3', [example('caller.py')]],
    () => buildTarget(ownTarget).library,
  )
})
