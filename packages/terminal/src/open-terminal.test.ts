import assert from 'node:assert/strict'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { describe, it } from 'node:test'
import { generateSm2KeyPair } from '@nationec/crypto'
import {
  openTerminal,
  TerminalError,
  type TerminalNotice,
  type TerminalSettings,
  terminalDefaults,
} from '@nationec/terminal'
import { isTransportError } from '@nationec/transport'
import { inFolder } from './fixtures/in-folder.ts'

const settingsWith = (given: Partial<TerminalSettings>): TerminalSettings => ({ ...terminalDefaults, ...given })

/** The issues of settings that do not lead to a terminal, as `path rule`. */
async function faultsOf(settings: TerminalSettings): Promise<string[]> {
  try {
    ;(await openTerminal(settings)).release()
    return []
  } catch (error) {
    assert.ok(error instanceof TerminalError, String(error))
    return error.issues.map(({ path, rule }) => `${path} ${rule}`)
  }
}

/** A folder of keys; the peer's public files are of another pair. */
async function makeKeys(folder: string) {
  const own = { link: generateSm2KeyPair(), signing: generateSm2KeyPair() }
  await mkdir(join(folder, 'peer'))
  for (const purpose of ['link', 'signing'] as const) {
    await writeFile(join(folder, `${purpose}.private.pem`), own[purpose].privateKey.export('pem'), { mode: 0o600 })
    const peer = generateSm2KeyPair().publicKey.export('pem')
    await writeFile(join(folder, 'peer', `${purpose}.public.pem`), peer)
  }
  return own
}

describe('a terminal of its settings', () => {
  it('gives the character set of the profile to the library', () =>
    inFolder(async (write) => {
      // 800,000 bytes in GB18030, 1,200,000 in UTF-8: more than the 900K of clause 3.2.
      const text = '医'.repeat(400_000)
      const codeWith = async (profile: TerminalSettings['profile']): Promise<string> => {
        const library = process.platform === 'win32' ? 'C:\\none\\NationECCode.dll' : '/none/NationECCode.dll'
        const { transport } = await openTerminal(settingsWith({ transport: 'dll', library, profile }))
        await using connection = transport.connect()
        const error = await connection.exchange({ text }).catch((failure: unknown) => failure)
        assert.ok(isTransportError<string>(error), String(error))
        return error.code
      }
      assert.equal(await codeWith(undefined), 'REQUEST_TOO_LARGE')
      assert.equal(await codeWith({ charset: 'gb18030' }), 'LIBRARY_NOT_FOUND')
      const file = await write('profile.json', '\ufeff{"charset":"gb18030"}')
      assert.equal(await codeWith(file), 'LIBRARY_NOT_FOUND')
    }))

  it('says where the JSON of a profile breaks', () =>
    inFolder(async (write) => {
      for (const profile of [await write('profile.json', '{"charset" "gb18030"}'), '{"charset" "gb18030"}']) {
        const error = await openTerminal(settingsWith({ profile })).catch((failure: unknown) => failure)
        assert.ok(error instanceof TerminalError)
        assert.match(error.message, /profile: .*; line 1, column 12: a colon expected.*第 1 行第 12 列/s)
      }
    }))

  it('refuses a peer whose key is its own, and tells every file that is wrong beside a wrong profile', () =>
    inFolder(async (_, folder) => {
      const own = await makeKeys(folder)
      const serial = settingsWith({ transport: 'serial', serialPort: '/dev/none', serialKeys: folder })
      assert.deepEqual(await faultsOf(serial), [])
      await writeFile(join(folder, 'peer', 'link.public.pem'), own.link.publicKey.export('pem'))
      await writeFile(join(folder, 'signing.private.pem'), 'no key')
      assert.deepEqual(await faultsOf({ ...serial, profile: 'no-such-file' }), [
        'profile format',
        'serialKeys/signing.private.pem format',
        'serialKeys/peer/link.public.pem value',
      ])
    }))

  it(
    'tells which private keys other users can read',
    {
      skip: process.platform === 'win32' && 'Windows keeps rights in access control lists',
    },
    () =>
      inFolder(async (_, folder) => {
        await makeKeys(folder)
        await chmod(join(folder, 'link.private.pem'), 0o644)
        const notices: TerminalNotice[] = []
        const settings = settingsWith({ transport: 'serial', serialPort: '/dev/none', serialKeys: folder })
        const { release } = await openTerminal(settings, { onNotice: (notice) => notices.push(notice) })
        release()
        assert.deepEqual(notices, [{ type: 'keys-readable-by-others', files: ['link.private.pem'] }])
      }),
  )

  it('tells what is missing, and a token file that holds none', () =>
    inFolder(async (write) => {
      assert.deepEqual(await faultsOf(settingsWith({ transport: 'serial' })), [
        '--serial-port required',
        '--serial-keys required',
      ])
      const agentTokenFile = await write('token', '张三')
      assert.deepEqual(await faultsOf(settingsWith({ transport: 'agent', agentTokenFile })), ['agentTokenFile format'])
    }))

  it('is the simulator, with the handler of the caller', async () => {
    const { transport, profile } = await openTerminal(terminalDefaults, {
      simulate: ({ seed }) => ({ handle: () => JSON.stringify({ code: 0, data: { seed } }) }),
    })
    await using connection = transport.connect()
    assert.equal(await connection.exchange({ text: '{}' }), '{"code":0,"data":{"seed":7}}')
    assert.equal(profile.charset, 'utf-8')
  })
})
