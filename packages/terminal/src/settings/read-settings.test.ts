import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readFlags, readTerminalSettings, TerminalError, terminalSettings } from '@nationec/terminal'
import { inFolder } from '../fixtures/in-folder.ts'

/** The issues of settings that are refused, as `path rule`. */
async function faultsOf(input: Parameters<typeof readTerminalSettings>[0]): Promise<string[]> {
  try {
    await readTerminalSettings(input)
    return []
  } catch (error) {
    assert.ok(error instanceof TerminalError, String(error))
    assert.ok(!error.message.includes('S3cr3t') && !JSON.stringify(error).includes('S3cr3t'))
    for (const { path } of error.issues) {
      assert.ok(error.message.includes(path))
      assert.match(error.message, /[一-龥]/)
    }
    return error.issues.map(({ path, rule }) => `${path} ${rule}`)
  }
}

describe('the settings of a terminal', () => {
  it('come from flags, the environment, the file and the defaults, in this order, and say from where', () =>
    inFolder(async (write) => {
      const config = await write('c.json', JSON.stringify({ seed: 1, deadline: 1, orgId: 'H1' }))
      const environment = { NATIONEC_CONFIG: config, NATIONEC_SEED: '2', NATIONEC_DEADLINE: '2', NATIONEC_URL: '' }
      const { settings, sources, file } = await readTerminalSettings({ environment, flags: { deadline: '3' } })
      assert.deepEqual([settings.deadline, settings.seed, settings.orgId, settings.serialBaud], [3, 2, 'H1', 115_200])
      assert.deepEqual(
        [sources.deadline, sources.seed, sources.orgId, sources.serialBaud, sources.url],
        ['flag', 'environment', 'file', 'default', 'default'],
      )
      assert.equal(file, config)
    }))

  it('are refused all at once, by name and without a value', () =>
    inFolder(async (write) => {
      const content = { orgID: 'S3cr3t', seed: 'S3cr3t', serial: { privateKey: 'S3cr3t' }, dll: 'S3cr3t' }
      const config = await write('c.json', JSON.stringify(content))
      const environment = { NATIONEC_SERIAL_KEYS: '-----BEGIN PRIVATE KEY-----\nS3cr3t' }
      const { flags, issues } = readFlags(
        ['--transport=serial', '--serial-baud', 'S3cr3t', '--S3cr3t=1'.toLowerCase(), '--url'],
        terminalSettings,
      )
      const faults = await faultsOf({ config, environment, flags, issues })
      assert.deepEqual(faults, [
        '--s3cr3t unknown-field',
        '--url required',
        'orgID (--config) unknown-field',
        'dll (--config) value',
        '--serial-baud value',
        'NATIONEC_SERIAL_KEYS value',
        'serial (--config) privateKey value',
        'seed (--config) value',
        '--org-id required',
        '--serial-port required',
      ])
    }))

  it('name a file that is read as Windows programs write it', () =>
    inFolder(async (write) => {
      const text = JSON.stringify({ orgId: 'H33010200009', url: 'http://10.0.0.8/医保' })
      const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
      for (const content of [`\ufeff${text}`, wide, text]) {
        const { settings } = await readTerminalSettings({ config: await write('c.json', content) })
        assert.deepEqual([settings.orgId, settings.url], ['H33010200009', 'http://10.0.0.8/医保'])
      }
      for (const content of ['[]', '{', ''])
        assert.deepEqual(await faultsOf({ config: await write('c.json', content) }), ['--config format'])
      assert.deepEqual(await faultsOf({ config: 'no-such-file', flags: { transport: 'S3cr3t' } }), [
        '--config format',
        '--transport value',
      ])
    }))

  it('say where JSON breaks, in a file and in a text, and nothing of what stands there', () =>
    inFolder(async (write) => {
      const textsOf = async (input: Parameters<typeof readTerminalSettings>[0]): Promise<string> => {
        const error = await readTerminalSettings(input).catch((failure: unknown) => failure)
        assert.ok(error instanceof TerminalError)
        return JSON.stringify(error.issues.map(({ text }) => text))
      }
      const broken = '{\n  "url": "S3cr3t"\n  "seed": 1 }'
      const inFile = await textsOf({ config: await write('c.json', broken) })
      assert.match(inFile, /line 3, column 3: a comma or } expected.*第 3 行第 3 列：此处应为逗号或 }/)
      const inText = await textsOf({ flags: { simulator: '{"S3cr3t": }', dll: 'S3cr3t' } })
      assert.match(inText, /line 1, column 12: a value expected/)
      assert.match(inText, /line 1, column 1: a value expected/)
      assert.doesNotMatch(inFile + inText, /S3cr3t/)
    }))

  it('stand in one file for every program', () =>
    inFolder(async (write) => {
      const content = { $schema: 'x', transport: 'dll', orgId: 'H1', library: 'a.dll', port: 33_910, charset: 'gbk' }
      const { settings } = await readTerminalSettings({ config: await write('c.json', JSON.stringify(content)) })
      assert.equal(settings.library, 'a.dll')
    }))

  it('take a profile as a path or as an object', async () => {
    const profile = { charset: 'gb18030' }
    const given = await readTerminalSettings({ environment: { NATIONEC_PROFILE: JSON.stringify(profile) } })
    assert.deepEqual(given.settings.profile, profile)
    assert.equal((await readTerminalSettings({ flags: { profile: 'a.json' } })).settings.profile, 'a.json')
  })
})
