// @everyday none
import assert from 'node:assert/strict'
import { existsSync, readFileSync, statSync } from 'node:fs'
import process from 'node:process'
import { describe, it } from 'node:test'
import { canonicalJson, emptyRemovals, readJson } from '@nationec/crypto/json'
import { encryptedKeys } from '../../../../../packages/crypto/src/keys/fixtures/key-files.ts'
import { BETWEEN, LEAF, LEAF_KEY, ROOT } from '../../../../../packages/crypto/src/keys/x509/fixtures/openssl-chain.ts'
import { ownVector } from '../../../../../packages/payment-centre/src/fixtures/vectors.ts'
import { documentOf } from '../../fixtures/published-schema.ts'
import { nationec, run } from '../../fixtures/run-nationec.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'

/** A folder with a key pair and a message. */
async function withKeys() {
  const folder = temporaryFolder()
  const [privateKey, publicKey] = [folder.in('private.pem'), folder.in('public.pem')]
  const made = await nationec(
    'crypto',
    'keys',
    '--private-key-out',
    privateKey,
    '--public-key-out',
    publicKey,
    '--json',
  )
  assert.equal(made.code, 0, made.stderr)
  const message = folder.write('message', '{"b":"2","a":"一"}')
  return { folder, privateKey, publicKey, message, made, [Symbol.dispose]: () => folder[Symbol.dispose]() }
}

describe('SM2 on the command line', () => {
  it('makes a key pair whose private half nobody else reads, and overwrites none', async () => {
    using keys = await withKeys()
    const { pem } = documentOf('key-pair', keys.made.stdout)
    assert.equal(pem, readFileSync(keys.publicKey, 'utf8'))
    assert.ok(!keys.made.stdout.includes('PRIVATE'))
    if (process.platform !== 'win32') assert.equal(statSync(keys.privateKey).mode & 0o777, 0o600)
    const again = await nationec('crypto', 'keys', '--private-key-out', keys.privateKey)
    assert.equal(again.code, 5)
    assert.match(again.stderr, /FILE_EXISTS/)
    const half = keys.folder.in('half.pem')
    const taken = await nationec('crypto', 'keys', '--private-key-out', half, '--public-key-out', keys.publicKey)
    assert.equal(taken.code, 5)
    assert.ok(!existsSync(half), 'no private key without its public half')
  })

  it('signs and verifies, and says why a signature is not right', async () => {
    using keys = await withKeys()
    const options = ['--signature-format', 'der', '--encoding', 'base64', '--user-id', 'partner']
    const signed = await nationec(
      'crypto',
      'sign',
      '--private-key-file',
      keys.privateKey,
      '--file',
      keys.message,
      ...options,
      '--json',
    )
    const { signature } = documentOf('signature', signed.stdout)
    const verify = ['crypto', 'verify', '--public-key-file', keys.publicKey, '--signature', signature, '--json']
    const right = await nationec(...verify, '--file', keys.message, ...options)
    assert.deepEqual([right.code, documentOf('verification', right.stdout).valid], [0, true])
    const other = await run([...verify, ...options], { stdin: '{"a":"1"}' })
    assert.deepEqual([other.code, documentOf('verification', other.stdout).valid], [1, false])

    const explain = [
      'crypto',
      'explain',
      'signature',
      '--public-key-file',
      keys.publicKey,
      '--signature',
      signature,
      '--json',
    ]
    const explained = await run([...explain, '--user-id', 'partner'], { stdin: '{ "b": "2", "a": "一" }' })
    assert.equal(explained.code, 0)
    const { found, variants } = documentOf('explanation', explained.stdout)
    assert.deepEqual([found, variants[0].form, variants[0].userId], [true, 'der', 'partner'])
    assert.ok(!explained.stdout.includes('一'), 'the message is not printed')
    assert.equal((await run(explain, { stdin: 'another text' })).code, 1)
  })

  it('explains a signature over exact digits and without empty lists, in a body or in a line to sign', async () => {
    using keys = await withKeys()
    const signed = '{"feeSumamt":128.50,"hiDocSn":1234567890123456789,"list":[{"amt":0.10}]}'
    const given = '{"list":[{"amt":0.10}],"setldetail":[],"hiDocSn":1234567890123456789,"feeSumamt":128.50}'
    for (const line of [(json: string) => json, (json: string) => `appId=A&code=0&data=${json}&key=S`]) {
      const sign = ['crypto', 'sign', '--private-key-file', keys.privateKey, '--json']
      const { signature } = documentOf('signature', (await run(sign, { stdin: line(signed) })).stdout)
      const explain = ['crypto', 'explain', 'signature', '--public-key-file', keys.publicKey, '--json']
      const told = await run([...explain, '--signature', signature], { stdin: `${line(given)}\n` })
      const { found, variants } = documentOf('explanation', told.stdout)
      assert.deepEqual([found, told.code], [true, 0])
      const { order, dropped, numbers } = variants[0].json
      assert.deepEqual([order, dropped, numbers], ['sorted', 'null, text and lists', 'as written'])
    }
  })

  it('tells a signature of another key, when that key is given', async () => {
    using keys = await withKeys()
    using others = await withKeys()
    const sign = ['crypto', 'sign', '--private-key-file', others.privateKey, '--file', keys.message, '--json']
    const { signature } = documentOf('signature', (await nationec(...sign)).stdout)
    const explain = ['crypto', 'explain', 'signature', '--public-key-file', keys.publicKey, '--signature', signature]
    const told = await nationec(...explain, '--file', keys.message, '--other-key-file', others.publicKey, '--json')
    assert.equal(documentOf('explanation', told.stdout).variants[0].signer, 0)
  })

  it('accuses neither key nor text of what it cannot know', async () => {
    using keys = await withKeys()
    const sign = ['crypto', 'sign', '--private-key-file', keys.privateKey, '--json']
    const { signature } = documentOf('signature', (await run(sign, { stdin: '{"a":128.51}' })).stdout)
    const explain = ['crypto', 'explain', 'signature', '--public-key-file', keys.publicKey, '--signature', signature]
    const { code, stdout } = await run(explain, { stdin: '{"a":128.50}' })
    assert.equal(code, 1)
    assert.match(stdout, /texts as tried/)
    assert.doesNotMatch(stdout, /public key is another one|并非所给/)
  })

  it('reads a private key under a password, and says when the password is another one', async () => {
    using folder = temporaryFolder()
    const encrypted = folder.write('key.pem', encryptedKeys['HMAC-SHA256, SM4-CBC'])
    const sign = ['crypto', 'sign', '--private-key-file', encrypted, '--json']
    const signed = await run([...sign, '--key-password-env', 'PASSWORD'], { env: { PASSWORD: '1234' }, stdin: 'text' })
    assert.match(documentOf('signature', signed.stdout).signature, /^[0-9a-f]{128}$/)
    const wrong = await run([...sign, '--key-password-env', 'PASSWORD'], { env: { PASSWORD: '1235' }, stdin: 'text' })
    assert.equal(documentOf('failure', wrong.stdout).error.code, 'CRYPTO_DECRYPTION_FAILED')
    const without = await run(sign, { stdin: 'text' })
    const { code, details } = documentOf('failure', without.stdout).error
    assert.equal(code, 'CRYPTO_KEY_INVALID')
    assert.match(details[0].en, /an encrypted private key/)
  })

  it('takes a public key out of a certificate whose chain ends at the root', async () => {
    using folder = temporaryFolder()
    const sign = ['crypto', 'sign', '--private-key-file', folder.write('key.pem', LEAF_KEY), '--json']
    const { signature } = documentOf('signature', (await run(sign, { stdin: 'text' })).stdout)
    const chain = folder.write('chain.pem', LEAF + BETWEEN)
    const verify = ['crypto', 'verify', '--public-key-file', chain, '--signature', signature, '--json']
    const right = await run([...verify, '--root-file', folder.write('root.pem', ROOT)], { stdin: 'text' })
    assert.equal(documentOf('verification', right.stdout).valid, true)
    const other = await run([...verify, '--root-file', chain], { stdin: 'text' })
    assert.equal(other.code, 0, 'a certificate that is itself the trusted one')
    const short = [...verify.slice(0, 3), folder.write('leaf.pem', LEAF), ...verify.slice(4)]
    const lost = await run([...short, '--root-file', folder.write('root.pem', ROOT)], { stdin: 'text' })
    assert.equal(documentOf('failure', lost.stdout).error.code, 'CRYPTO_CERTIFICATE_INVALID')
    const unrooted = documentOf('failure', (await run(verify, { stdin: 'text' })).stdout).error
    assert.match(unrooted.details[0].en, /a certificate, which/)
  })

  it('encrypts and decrypts in the order that is named, and finds out which it was', async () => {
    using keys = await withKeys()
    const sm2 = ['--algorithm', 'sm2', '--encoding', 'base64']
    const encrypt = ['crypto', 'encrypt', ...sm2, '--public-key-file', keys.publicKey, '--file', keys.message]
    assert.equal((await nationec(...encrypt)).code, 2, 'the order is never guessed')
    const { stdout } = await nationec(...encrypt, '--form', 'C1C2C3', '--without-04', '--json')
    const { ciphertext } = documentOf('encrypted', stdout)
    const decrypt = ['crypto', 'decrypt', ...sm2, '--private-key-file', keys.privateKey]
    const plain = await run([...decrypt, '--form', 'C1C2C3', '--without-04'], { stdin: ciphertext })
    assert.equal(plain.stdout, readFileSync(keys.message, 'utf8'))
    const wrong = await run([...decrypt, '--form', 'C1C3C2', '--json'], { stdin: ciphertext })
    assert.deepEqual([wrong.code, documentOf('failure', wrong.stdout).error.code], [2, 'CRYPTO_DECRYPTION_FAILED'])
    const explain = ['crypto', 'explain', 'ciphertext', ...sm2, '--private-key-file', keys.privateKey, '--json']
    const { found, variants } = documentOf('explanation', (await run(explain, { stdin: ciphertext })).stdout)
    assert.deepEqual([found, variants[0].how], [true, { format: 'C1C2C3', prefix04: false }])
  })
})

describe('the text that an envelope of the payment centre is signed over', () => {
  const secret = '17F7208313422446A6C3928B26DB56A4'
  const env = { APP_SECRET: secret }
  const { sealed, signed, data } = ownVector
  const profile = ['--empty-removal', 'null-and-text']
  const command = ['crypto', 'string-to-sign']
  const envelope = JSON.stringify(sealed)

  it('is that of our vector to the letter, out of the sealed envelope, and nothing behind it', async () => {
    const told = await run([...command, ...profile, '--app-secret-env', 'APP_SECRET', '--with-key'], {
      env,
      stdin: envelope,
    })
    assert.deepEqual([told.code, told.stdout], [0, signed])
  })

  it('holds the secret only when it is asked for, and needs none for a body that is not encrypted', async () => {
    const plain = JSON.stringify({ ...sealed, encData: undefined, data })
    for (const [stdin, more] of [
      [envelope, ['--app-secret-env', 'APP_SECRET']],
      [plain, []],
    ] as const) {
      const { stdout } = await run([...command, ...profile, ...more], { env, stdin })
      assert.equal(stdout, signed.replace(`&key=${secret}`, ''))
    }
    for (const args of [[...command], [...command, '--with-key']]) {
      const { code, stderr } = await run(args, { stdin: args.length > 2 ? plain : envelope })
      assert.equal(code, 2)
      assert.match(stderr, /--app-secret-file/)
    }
  })

  it('goes into sign and explain as it is', async () => {
    using keys = await withKeys()
    const { stdout } = await run([...command, '--app-secret-env', 'APP_SECRET', '--with-key'], { env, stdin: envelope })
    const sign = ['crypto', 'sign', '--private-key-file', keys.privateKey, '--json']
    const { signature } = documentOf('signature', (await run(sign, { stdin: stdout })).stdout)
    const verify = ['crypto', 'verify', '--public-key-file', keys.publicKey, '--signature', signature]
    assert.equal((await run(verify, { stdin: stdout })).code, 0)
  })

  it('is written by every rule and in every way of writing numbers', async () => {
    const stdin = '{"data":{"n":1.50,"m":{"n":2,"t":"","l":[],"o":{},"i":[null]},"z":null}}'
    const written = async (...args: string[]) => (await run([...command, ...args], { stdin })).stdout
    const rules = emptyRemovals.map((rule) => rule.replace(/[:,]? /g, '-'))
    for (const [index, rule] of rules.entries()) {
      const emptyRemoval = emptyRemovals[index] ?? 'null'
      const expected = canonicalJson(readJson(stdin.slice(8, -1)) ?? '', { scalars: 'as text', emptyRemoval })
      assert.equal(await written('--empty-removal', rule), `data=${expected}`, rule)
    }
    assert.equal(await written(), 'data={"m":{"n":"2"},"n":"1.50"}')
    assert.equal(await written('--scalars', 'as-written'), 'data={"m":{"n":2},"n":1.50}')
    assert.equal(await written('--scalars', 'first-level-as-text'), 'data={"m":{"n":2},"n":"1.50"}')
  })

  it('says what is wrong with an envelope, and shows nothing of it', async () => {
    for (const [stdin, told] of [
      ['[]', /one JSON object/],
      ['{"a":1,"a":2}', /stands twice/],
      [JSON.stringify({ ...sealed, encData: '00' }), /cannot be decrypted/],
      [JSON.stringify({ ...sealed, appId: 'X'.repeat(32) }), /cannot be decrypted/],
      [JSON.stringify({ ...sealed, appId: undefined }), /appId is missing/],
    ] as const) {
      const { code, stdout, stderr } = await run([...command, '--app-secret-env', 'APP_SECRET'], { env, stdin })
      assert.deepEqual([code, stdout], [2, ''])
      assert.match(stderr, told)
      assert.ok(!stderr.includes(secret))
    }
  })
})

describe('SM4 on the command line', () => {
  const env = { SM4_KEY: '0123456789abcdeffedcba9876543210' }
  const key = ['--algorithm', 'sm4', '--key-env', 'SM4_KEY']

  for (const mode of ['gcm', 'cbc', 'ecb']) {
    it(`goes there and back in ${mode}`, async () => {
      const encrypted = await run(['crypto', 'encrypt', ...key, '--mode', mode, '--json'], { env, stdin: '医保 text' })
      const { ciphertext, iv, nonce, tag } = documentOf('encrypted', encrypted.stdout)
      const more = Object.entries({ iv, nonce, tag }).flatMap(([name, value]) => (value ? [`--${name}`, value] : []))
      const decrypt = ['crypto', 'decrypt', ...key, '--mode', mode, ...more]
      assert.equal((await run(decrypt, { env, stdin: ciphertext })).stdout, '医保 text')
      const json = await run([...decrypt, '--json'], { env, stdin: ciphertext })
      const { plaintextBase64 } = documentOf('decrypted', json.stdout)
      assert.equal(Buffer.from(plaintextBase64, 'base64').toString(), '医保 text')
    })
  }

  it('does not take a key from the command line, and does not show one', async () => {
    for (const option of ['--key', '--private-key']) {
      const args = ['crypto', 'decrypt', '--algorithm', 'sm4', '--mode', 'ecb', `${option}=${env.SM4_KEY}`]
      const { code, stdout, stderr } = await nationec(...args)
      assert.deepEqual([code, stdout], [2, ''])
      assert.match(stderr, /SECRET_ON_COMMAND_LINE/)
      assert.ok(!stderr.includes(env.SM4_KEY))
    }
    const short = await run(['crypto', 'encrypt', ...key, '--mode', 'ecb'], { env: { SM4_KEY: 'abcdef' }, stdin: 'x' })
    assert.equal(short.code, 2)
    assert.ok(!short.stderr.includes('abcdef'))
  })

  it('names the option that is no hexadecimal text, and shows nothing of it', async () => {
    using folder = temporaryFolder()
    const file = folder.write('file', '00')
    const sm4 = ['--algorithm', 'sm4', '--file', file, '--key-env', 'KEY']
    const good = '00112233445566778899aabbccddeeff'
    for (const [args, key, option] of [
      [['decrypt', '--mode', 'cbc', '--iv', 'secret'], good, '--iv'],
      [['decrypt', '--mode', 'gcm', '--nonce', '000000000000000000000000', '--tag', 'secret'], good, '--tag'],
      [['encrypt', '--mode', 'gcm', '--nonce', 'secret'], good, '--nonce'],
      [['encrypt', '--mode', 'ecb'], 'secret', '--key-file, --key-env'],
      [['explain', 'ciphertext', '--iv', 'secret'], good, '--iv'],
    ] as const) {
      const { code, stderr } = await run(['crypto', ...args, ...sm4], { env: { KEY: key } })
      assert.equal(code, 2, stderr)
      assert.ok(stderr.includes(`${option}: It must be pairs of hexadecimal digits.`), stderr)
      assert.ok(!stderr.includes('secret'), stderr)
    }
  })
})
