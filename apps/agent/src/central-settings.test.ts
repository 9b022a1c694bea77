// @everyday node
import assert from 'node:assert/strict'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { it } from 'node:test'
import { generateSm2KeyPair } from '@nationec/crypto/sm2'
import { explainText } from './config/help.ts'
import { readAgentSettings } from './config/settings.ts'
import { inFolder } from './fixtures/program.ts'
import { signCommand } from './signed/sign-command.ts'

const { privateKey, publicKey } = generateSm2KeyPair()

interface Centre {
  /** Signs these settings and puts them where the agent looks. */
  publish(content: object, sequence: number, ...more: string[]): Promise<unknown>
  read(...argv: string[]): ReturnType<typeof readAgentSettings>
  readonly place: string
}

async function withCentre(work: (centre: Centre) => Promise<void>): Promise<void> {
  await inFolder(async (folder) => {
    const at = (name: string) => join(folder, name)
    await writeFile(at('key.pem'), privateKey.export('pem'))
    await writeFile(at('public.pem'), publicKey.export('pem'))
    const flags = ['--central', at('centre'), '--central-key', at('public.pem'), '--data', at('data')]
    await work({
      place: at('centre'),
      async publish(content, sequence, ...more) {
        await writeFile(at('settings.json'), JSON.stringify(content))
        const words = ['--kind', 'settings', '--key', at('key.pem'), '--out', at('centre'), ...more]
        return signCommand([at('settings.json'), ...words, '--sequence', String(sequence)])
      },
      read: (...argv) =>
        readAgentSettings({
          argv: [...flags, '--transport', 'simulator', ...argv],
          ...{ environment: {}, isTerminal: false, mayBeSimulator: true },
        }),
    })
  })
}

it('central settings are taken where the machine itself says nothing', () =>
  withCentre(async ({ publish, read }) => {
    await publish({ refundLimit: '300.00', pairingDays: 7, transport: 'dll', origins: ['https://his.example'] }, 1)
    const { settings, sources, central } = await read('--pairing-days', '9')
    const { refundLimit, pairingDays, transport, origins } = settings
    assert.deepEqual(
      { refundLimit, pairingDays, transport, origins },
      { refundLimit: '300.00', pairingDays: 9, transport: 'simulator', origins: ['https://his.example'] },
    )
    assert.deepEqual([sources.refundLimit, sources.pairingDays, sources.port], ['central', 'flag', 'default'])
    assert.deepEqual([central?.sequence, central?.refusal, central?.expired], [1, undefined, false])
    assert.match(explainText(await read()), /refundLimit = 300.00 \(central\)/)
    await central?.check()
  }))

it('a place that cannot be reached, or whose document cannot be used, leaves those taken last', () =>
  withCentre(async ({ publish, read, place }) => {
    await assert.rejects(read(), { code: 'DOCUMENT_UNREACHABLE' })
    await publish({ refundLimit: '300.00' }, 5)
    const { central } = await read()
    const now = async () => {
      const read_ = await read()
      return [read_.settings.refundLimit, read_.central?.sequence, read_.central?.refusal]
    }
    await publish({ refundLimit: '900.00' }, 4)
    assert.deepEqual(await now(), ['300.00', 5, 'DOCUMENT_OLDER'])
    await publish({ refundLimit: 'much' }, 6)
    assert.deepEqual(await now(), ['300.00', 5, 'SETTING_INVALID'])
    await publish({ data: '/elsewhere' }, 6)
    assert.deepEqual(await now(), ['300.00', 5, 'SETTING_INVALID'])
    await writeFile(join(place, 'settings.json.sig'), '')
    assert.deepEqual(await now(), ['300.00', 5, 'DOCUMENT_UNSIGNED'])
    await rm(place, { recursive: true })
    assert.deepEqual(await now(), ['300.00', 5, 'DOCUMENT_UNREACHABLE'])
    await publish({ refundLimit: '200.00' }, 7)
    await assert.rejects(async () => central?.check(), { code: 'SETTINGS_NEWER' })
    assert.deepEqual(await now(), ['200.00', 7, undefined])
  }))

it('what is wrong with a central setting, its key or its command is told by its name', () =>
  withCentre(async ({ publish, read }) => {
    await publish({ refundLimit: 'much', refundLimt: '1.00', data: '/x' }, 1)
    await assert.rejects(read(), /data \(--central\).*must not be central/)
    await publish({ refundLimit: 'much', refundLimt: '1.00' }, 1)
    await assert.rejects(read(), (error: Error) => {
      assert.match(error.message, /refundLimit \(--central\)/)
      assert.match(error.message, /refundLimt \(--central\).*refundLimit/)
      return true
    })
    await assert.rejects(read('--central-key', '/no/such/file'), /--central-key/)
    for (const [more, path] of [
      [['--days', '0'], '--days'],
      [['--kind', 'setings'], '--kind'],
      [['--dais', '3'], 'days'],
    ] as const)
      await assert.rejects(publish({}, 2, ...more), new RegExp(`SETTING_INVALID[^]*${path}`))
  }))
