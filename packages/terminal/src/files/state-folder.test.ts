import assert from 'node:assert/strict'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import { stateFolder } from '../index.ts'

it('what outlives a program lies where its system keeps such things', () => {
  assert.equal(stateFolder('a', { XDG_STATE_HOME: '/s' }, 'linux'), join('/s', 'nationec', 'a'))
  const usual = join(homedir(), '.local', 'state', 'nationec', 'a')
  for (const environment of [{}, { XDG_STATE_HOME: '' }, { XDG_STATE_HOME: 'relative' }])
    assert.equal(stateFolder('a', environment, 'linux'), usual)
  assert.equal(stateFolder('a', { LOCALAPPDATA: '/local' }, 'win32'), join('/local', 'nationec', 'a'))
  assert.equal(
    stateFolder('a', { XDG_STATE_HOME: '/s' }, 'darwin'),
    join(homedir(), 'Library', 'Application Support', 'nationec', 'a'),
  )
})
