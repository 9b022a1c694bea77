// @runtimes node
// @needs cc mcs mono
// @everyday none
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { before, describe } from 'node:test'
import { buildTarget, ownTarget } from '../../native/build.mjs'
import { temporaryFolder } from '../temporary-folder.ts'
import { callerSuite, example } from './caller-suite.ts'

const folder = temporaryFolder()
const program = join(folder, 'Caller.exe')

describe('the caller in C#', () => {
  before(() => {
    const { status, stdout, stderr } = spawnSync(
      'mcs',
      ['-warn:4', '-warnaserror', `-out:${program}`, example('Caller.cs')],
      { encoding: 'utf8' },
    )
    assert.equal(status, 0, stdout + stderr)
    // Its DllImport names no path: the library lies beside the program, as on Windows.
    const { library } = buildTarget(ownTarget)
    copyFileSync(library, join(folder, basename(library)))
  })
  callerSuite(() => ['mono', [program]])
})
