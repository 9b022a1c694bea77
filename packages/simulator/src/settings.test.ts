import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  createSimulator,
  type Setting,
  type SimulatorSettings,
  settingsTable,
  simulatedCodes,
  simulatorErrors,
} from '@nationec/simulator'
import { isFault } from './fixtures/refused-with.ts'

const invalid = isFault('SIMULATOR_OPTION_INVALID', 'not-sent')

describe('the table of settings', () => {
  it('gives every simulator its defaults', () => {
    const { settings } = createSimulator({ seed: 1 })
    const defaults = Object.entries(settingsTable).map(([name, setting]) => [name, setting.default])
    assert.deepEqual(Object.entries(settings), defaults)
  })

  it('says for each what it is, how well it is known, and why', () => {
    for (const [name, setting] of Object.entries<Setting>(settingsTable)) {
      assert.ok(['confirmed', 'single source', 'assumption'].includes(setting.evidence), name)
      for (const text of [setting.en, setting.zh, setting.note]) assert.ok(text.length > 5, name)
      if (setting.kind === 'choice') assert.ok(setting.choices.includes(setting.default), name)
      else assert.ok(setting.default >= setting.least && setting.default <= setting.most, name)
    }
  })
})

describe('settings', () => {
  it('belong to one simulator', () => {
    const first = createSimulator({ seed: 1 })
    const second = createSimulator({ seed: 1 })
    first.settings.patient = 'pays at once'
    assert.equal(second.settings.patient, 'manual')
  })

  it('refuse names and values that do not exist, when made and when changed', () => {
    const wrong: object[] = [
      { nothing: 1 },
      { patient: 'sleeps' },
      { fundShare: 101 },
      { fundShare: 1.5 },
      { pushTimes: '1' },
      { __proto__: null, constructor: 1 },
    ]
    for (const settings of wrong) assert.throws(() => createSimulator({ seed: 1, settings }), invalid)
    const { settings } = createSimulator({ seed: 1 })
    assert.throws(() => Object.assign(settings, { patient: 'sleeps' }), invalid)
    assert.throws(() => Object.assign(settings, { nothing: 1 }), TypeError)
    assert.equal(settings.patient, 'manual')
  })

  it('compile with their own values only', () => {
    const { settings } = createSimulator({ seed: 1 })
    // @ts-expect-error: not a value of this setting
    assert.throws(() => (settings.patient = 'sleeps'), invalid)
    // @ts-expect-error: not a setting
    assert.throws(() => (settings.nothing = 1), TypeError)
    const share: number = settings.fundShare
    const patient: 'manual' | 'pays at once' | 'cancels at once' = settings.patient
    assert.deepEqual([share, patient], [70, 'manual'])
  })

  it('take an undefined value for none', () => {
    const settings = { patient: undefined } as unknown as Partial<SimulatorSettings>
    assert.equal(createSimulator({ seed: 1, settings }).settings.patient, 'manual')
  })

  it('need a seed', () => {
    assert.throws(() => createSimulator({} as { seed: number }), invalid)
    assert.throws(() => createSimulator({ seed: Number.NaN }), invalid)
  })
})

describe('the codes', () => {
  it('are all different, not 0, and of four digits', () => {
    const codes = Object.values(simulatedCodes).map(({ code }) => code)
    assert.equal(new Set(codes).size, codes.length)
    for (const code of codes) assert.ok(code > 9000 && code < 10_000)
  })

  it('of errors all belong to the layer of the simulator', () => {
    for (const entry of Object.values(simulatorErrors)) assert.equal(entry.layer, 'simulator')
  })
})
