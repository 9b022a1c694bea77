/**
 * Every maker of the house that takes options: a misspelt option is refused by its name with the one that was meant, a
 * wrong one by its name with what it must be, both in English and Chinese, and no value is shown.
 */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createAgent } from '@nationec/agent'
import { createClient } from '@nationec/client'
import { createSm4Key } from '@nationec/crypto'
import { createSm2KeyExchange, generateSm2KeyPair } from '@nationec/crypto/sm2'
import { createCentreClient, createCentreCredentials, createPushMemory, receivePush } from '@nationec/payment-centre'
import { createSerialNumbers } from '@nationec/protocol'
import { createSimulator } from '@nationec/simulator'
import { createCentreFace } from '@nationec/simulator/centre'
import { openTerminal, terminalDefaults } from '@nationec/terminal'
import { defineTransport } from '@nationec/transport'
import { dllTransport } from '@nationec/transport-dll-ffi'
import { agentTransport, httpTransport } from '@nationec/transport-http'
import { mockTransport, record, replayTransport } from '@nationec/transport-mock'
import {
  createLink,
  ecrStxLrcLink,
  memoryJournal,
  memoryPorts,
  mslChannel,
  openPort,
  reopeningPort,
  serialTerminal,
  serialTransport,
} from '@nationec/transport-serial'

/** Stands for a secret or a number of a person. */
const MARKED = 'MARKED330102199001011234'
const orgId = 'H33010200001'
const transport = mockTransport(() => '')
const [own, other] = [generateSm2KeyPair(), generateSm2KeyPair()]
const [own2, other2] = [generateSm2KeyPair(), generateSm2KeyPair()]
const pair = { link: own.privateKey, signing: own2.privateKey }
const pinned = { link: other.publicKey, signing: other2.publicKey }
const serial = { port: memoryPorts().institution, keys: { ...pair, terminal: pinned } }
const serialFar = {
  port: memoryPorts().terminal,
  keys: { ...pair, institutions: [pinned] },
  journal: memoryJournal(),
  handle: () => {},
}
const keys = {
  appId: 'EXAMPLE0EXAMPLE0',
  appSecret: 'example secret',
  privateKey: own.privateKey,
  platformPublicKey: other.publicKey,
}
const credentials = createCentreCredentials(keys)
const centre = { baseUrl: 'http://127.0.0.1:1', orgCodg: orgId, credentials }
const exchange = { role: 'initiator', privateKey: own.privateKey, peerPublicKey: other.publicKey, keyLength: 16 }
const sm4 = createSm4Key(new Uint8Array(16))
const spec = { specVersion: 1, name: 'x', supports: { cancel: false, disconnectEvents: false }, open: () => {} }

interface Maker {
  readonly make: (options: never) => unknown
  /** Options that are right. */
  readonly right: object
  /** A misspelt option, and the one that was meant. */
  readonly misspelt: readonly [name: string, meant: string]
  /** An option that is right but for its value. */
  readonly wrong: string
}

const makers: Readonly<Record<string, Maker>> = {
  createClient: { make: createClient, right: { orgId, transport }, misspelt: ['orgID', 'orgId'], wrong: 'orgId' },
  'createClient, its transport': {
    make: createClient,
    right: { orgId, transport },
    misspelt: ['timer', 'timers'],
    wrong: 'transport',
  },
  'a call of a client': {
    make: (options) => createClient({ orgId, transport }).exchangeText('{}', options),
    right: {},
    misspelt: ['timeout', 'deadline'],
    wrong: 'deadline',
  },
  createSerialNumbers: {
    make: createSerialNumbers,
    right: { orgId },
    misspelt: ['lenght', 'length'],
    wrong: 'length',
  },
  exchange: {
    make: (options) => transport.connect().exchange({ text: '{}' }, options),
    right: {},
    misspelt: ['timeout', 'deadline'],
    wrong: 'signal',
  },
  'defineTransport, its limits': {
    make: (limits) => defineTransport({ ...spec, limits } as never),
    right: {},
    misspelt: ['limits.anwser', 'limits.answer'],
    wrong: 'limits.text',
  },
  mockTransport: {
    make: (options) => mockTransport(() => '', options),
    right: {},
    misspelt: ['timeout', 'deadline'],
    wrong: 'link',
  },
  record: { make: (options) => record(transport, options), right: {}, misspelt: ['maks', 'mask'], wrong: '' },
  replayTransport: {
    make: (options) => replayTransport('', options),
    right: {},
    misspelt: ['naem', 'name'],
    wrong: 'name',
  },
  httpTransport: {
    make: httpTransport,
    right: { address: 'http://127.0.0.1:33900/' },
    misspelt: ['adress', 'address'],
    wrong: 'address',
  },
  agentTransport: {
    make: agentTransport,
    right: { token: 't', orgId },
    misspelt: ['onIdempotencykey', 'onIdempotencyKey'],
    wrong: 'orgId',
  },
  dllTransport: {
    make: dllTransport,
    right: { library: '/x.dll' },
    misspelt: ['libary', 'library'],
    wrong: 'isolation',
  },
  'dllTransport, its host': {
    make: (host) => dllTransport({ library: '/x.dll', host }),
    right: {},
    misspelt: ['host.startlimit', 'host.startLimit'],
    wrong: 'host.kind',
  },
  serialTransport: { make: serialTransport, right: serial, misspelt: ['baud', 'bauds'], wrong: 'deadline' },
  serialTerminal: { make: serialTerminal, right: serialFar, misspelt: ['handel', 'handle'], wrong: '' },
  openPort: { make: openPort, right: { path: 'COM3' }, misspelt: ['baudrate', 'baudRate'], wrong: 'binding' },
  reopeningPort: {
    make: (options) => reopeningPort(serial.port, options),
    right: {},
    misspelt: ['witihn', 'within'],
    wrong: 'within',
  },
  createLink: { make: createLink, right: {}, misspelt: ['keepalive', 'keepAlive'], wrong: 'window' },
  ecrStxLrcLink: { make: ecrStxLrcLink, right: {}, misspelt: ['answertime', 'answerTime'], wrong: '' },
  mslChannel: {
    make: (options) => mslChannel({ role: 'institution', own: own.privateKey, terminal: other.publicKey }, options),
    right: {},
    misspelt: ['keylife', 'keyLife'],
    wrong: '',
  },
  createCentreClient: {
    make: createCentreClient,
    right: centre,
    misspelt: ['orgCode', 'orgCodg'],
    wrong: 'baseUrl',
  },
  'a call of the centre': {
    make: (options) => createCentreClient(centre).querySettlement({ medOrgOrd: 'X' }, options),
    right: {},
    misspelt: ['timeout', 'deadline'],
    wrong: 'deadline',
  },
  createCentreCredentials: {
    make: createCentreCredentials,
    right: keys,
    misspelt: ['appID', 'appId'],
    wrong: '',
  },
  receivePush: {
    make: (options) => receivePush(new Request('http://127.0.0.1/'), options),
    right: { credentials, onPush: () => {} },
    misspelt: ['orgCodeg', 'orgCodg'],
    wrong: 'patience',
  },
  createPushMemory: { make: createPushMemory, right: {}, misspelt: ['capasity', 'capacity'], wrong: 'capacity' },
  createSimulator: { make: createSimulator, right: { seed: 7 }, misspelt: ['setting', 'settings'], wrong: 'seed' },
  'createSimulator, its settings': {
    make: (settings) => createSimulator({ seed: 7, settings }),
    right: {},
    misspelt: ['settings.fundshare', 'settings.fundShare'],
    wrong: 'settings.fundShare',
  },
  'faults of a simulator': {
    make: ({ on }: { on: never }) => createSimulator({ seed: 7 }).faults.next('lost-answer', on),
    right: {},
    misspelt: ['', ''],
    wrong: 'on',
  },
  createCentreFace: {
    make: (options) => createCentreFace(createSimulator({ seed: 7 }), options),
    right: { orgCodg: orgId },
    misspelt: ['orgCode', 'orgCodg'],
    wrong: '',
  },
  openTerminal: {
    make: (surroundings) => openTerminal(terminalDefaults, surroundings),
    right: {},
    misspelt: ['journalfolder', 'journalFolder'],
    wrong: '',
  },
  createAgent: {
    make: createAgent,
    right: { orgId, transport },
    misspelt: ['datafolder', 'dataFolder'],
    wrong: 'orgId',
  },
  'sm4, encrypt': {
    make: (options) => sm4.encrypt(new Uint8Array(16), options),
    right: { mode: 'ecb' },
    misspelt: ['pading', 'padding'],
    wrong: 'mode',
  },
  'sm4, seal': {
    make: (options) => sm4.seal(new Uint8Array(16), options),
    right: { mode: 'gcm', nonce: new Uint8Array(12) },
    misspelt: ['associateddata', 'associatedData'],
    wrong: 'tagLength',
  },
  'sm2, sign': {
    make: (options) => own.privateKey.sign(new Uint8Array(1), options),
    right: {},
    misspelt: ['userID', 'userId'],
    wrong: 'format',
  },
  'sm2, encrypt': {
    make: (options) => other.publicKey.encrypt(new Uint8Array(1), options),
    right: { format: 'C1C3C2', prefix04: true },
    misspelt: ['prefix4', 'prefix04'],
    wrong: 'format',
  },
  createSm2KeyExchange: {
    make: createSm2KeyExchange,
    right: exchange,
    misspelt: ['peerUserID', 'peerUserId'],
    wrong: 'keyLength',
  },
}

interface Told {
  readonly delivery: string
  readonly summary: { readonly zh: string }
  readonly message: string
}

/** What a maker or a call says of its options, in one text with both languages. */
async function failureOf(make: Maker['make'], options: object): Promise<string> {
  try {
    await make(options as never)
  } catch (error) {
    const { delivery, message, ...more } = error as Told
    assert.equal(delivery, 'not-sent', message)
    const text = message + JSON.stringify(more)
    assert.ok(!text.includes(MARKED), text)
    return text
  }
  throw new assert.AssertionError({ message: 'it was accepted' })
}

/** The last part of a path: a maker of members is given the members. */
const member = (path: string): string => path.slice(path.lastIndexOf('.') + 1)

describe('an option', () => {
  for (const [title, { make, right, misspelt, wrong }] of Object.entries(makers)) {
    const [name, meant] = misspelt
    if (name !== '') {
      it(`that is misspelt is refused with the one that was meant: ${title}`, async () => {
        const text = await failureOf(make, { ...right, [member(name)]: MARKED })
        assert.ok(text.includes(`\`${name}\` is not an option (did you mean \`${meant}\`?).`), text)
        assert.ok(text.includes(`没有选项 \`${name}\`（您是不是要写 \`${meant}\`？）。`), text)
      })
    }
    if (wrong === '') continue
    it(`with a wrong value is refused with what it must be: ${title}`, async () => {
      // A name may be any text of letters and dashes, but no capital.
      const text = await failureOf(make, { ...right, [member(wrong)]: `${MARKED} -` })
      assert.ok(text.includes(`\`${wrong}\` must be `), text)
      assert.match(text, new RegExp(`\`${wrong.replace('.', '\\.')}\` 应为：.*[\\u4e00-\\u9fff\`]`))
      assert.doesNotMatch(text, /的值无效/)
    })
  }

  it('that stands for the default is accepted when it is undefined', () => {
    createClient({ orgId, transport, clock: undefined, profile: undefined })
    createSimulator({ seed: 7, people: undefined })
  })
})
