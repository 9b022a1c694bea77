import assert from 'node:assert/strict'
import type { Store } from '../../contract.ts'
import { everything, refused, type StoreCase, same } from '../case.ts'
import { changed, operationOf, orderOf, START, write } from '../sample-rows.ts'

export const keepingCases: readonly StoreCase[] = [
  {
    title: 'supports.exclusive is true to fact',
    async run({ subject, open }) {
      const place = subject.store()
      const store = await open(place)
      if (store.supports.exclusive) {
        // What keeps nothing beyond its process is another ledger in another one.
        const another = (): Store => (store.supports.persistent ? subject.store() : place)
        await refused('a second opening', open(another()), 'LEDGER_LOCKED')
        await store.close()
        await open(another())
        return
      }
      const second = await open()
      await store.commit([write('operation', operationOf(1))])
      assert.equal((await second.findOperations({ id: 'op-1' })).length, 1, 'two processes see one ledger')
      await refused(
        'a key of the other',
        second.commit([write('operation', operationOf(2, { key: 'key-1' }))]),
        'KEY_TAKEN',
      )
    },
  },
  {
    title: 'supports.persistent is true to fact',
    async run({ open }) {
      const store = await open()
      const { persistent } = store.supports
      await store.commit([write('operation', operationOf(1), { answer: '应答' }), write('order', orderOf(1))])
      assert.equal(store.newestAt, undefined, 'a new ledger has no events')
      await store.close()
      const again = await open()
      const found = (await again.findOperations({ id: 'op-1' })).length === 1
      assert.equal(found, persistent, `rows are ${found ? '' : 'not '}there after close and open`)
      if (!persistent) return
      assert.equal(await again.answerOf('op-1'), '应答')
      assert.equal(again.newestAt, START + 1, 'newestAt is the time of the newest event')
      assert.deepEqual((await again.verify()).damage, [])
    },
  },
  {
    title: 'what was committed is there after a sudden end',
    needs: ['crash'],
    async run({ subject, open }) {
      const store = await open()
      for (let number = 1; number <= 30; number += 1) {
        const row = operationOf(number)
        await store.commit([write('operation', row, { answer: `answer ${number}` }), write('order', orderOf(number))])
        if (number % 3 === 0) await store.commit([write('operation', changed(row, { state: 'unknown' }))])
        if (number % 10 !== 0) continue
        const left = await open(await subject.crash())
        const rows = await everything((query) => left.operations(query), 7)
        assert.equal(rows.length, number, 'operations that were committed')
        assert.equal(rows.filter(({ state }) => state === 'unknown').length, Math.floor(number / 3), 'changes')
        assert.equal((await everything((query) => left.orders(query))).length, number, 'orders that were committed')
        assert.equal(await left.answerOf(`op-${number}`), `answer ${number}`)
        assert.deepEqual((await left.verify()).damage, [])
        await left.close()
      }
    },
  },
  {
    title: 'supports.backup is true to fact',
    async run({ subject, open }) {
      const store = await open()
      const row = operationOf(1)
      await store.commit([write('operation', row, { answer: '应答' })])
      if (!store.supports.backup) {
        await refused('a backup', store.backup('nowhere'), 'BACKUP_UNSUPPORTED')
        return
      }
      assert.ok(
        typeof subject.restored === 'function' && typeof subject.target === 'function',
        'the store supports backups: give the subject `restored` and `target`',
      )
      const target = subject.target()
      await store.backup(target)
      await refused('a backup onto a backup', store.backup(target), 'LEDGER_UNREACHABLE')
      await store.commit([write('operation', operationOf(2))])
      const copy = await open(subject.restored(target))
      same(await everything((query) => copy.operations(query)), [row], 'the rows of the backup')
      assert.equal(await copy.answerOf('op-1'), '应答')
      assert.equal(copy.digest('a'), store.digest('a'))
      assert.deepEqual((await copy.verify()).damage, [])
      await copy.commit([write('operation', changed(row, { state: 'done' }))])
      assert.equal((await store.findOperations({ id: 'op-1' }))[0]?.version, 1, 'the backup is a ledger of its own')
    },
  },
  {
    title: 'durability tells what is set now',
    needs: ['weaken'],
    async run({ subject, open }) {
      const store = await open()
      const before = await store.durability()
      assert.ok(['power-cut', 'loss-of-one-server'].includes(before.survives), `opened with ${before.survives}`)
      await subject.weaken()
      const after = await store.durability()
      assert.ok(
        ['nothing', 'process'].includes(after.survives),
        `commits would not survive a power cut, and it says ${after.survives}`,
      )
      assert.ok(after.warnings.length > before.warnings.length, 'it warns of nothing')
      assert.notDeepEqual(after.settings, before.settings, 'the settings are not read back')
    },
  },
  {
    title: 'an answer is kept as written, left and removed',
    async run({ open }) {
      const store = await open()
      const large = '应答 😀 "\\\n'.repeat(90_000)
      let row = operationOf(1)
      await store.commit([write('operation', row, { answer: large }), write('operation', operationOf(2))])
      assert.ok((await store.answerOf('op-1')) === large, 'a large answer')
      assert.equal(await store.answerOf('op-2'), undefined)
      assert.equal(await store.answerOf('op-3'), undefined)
      row = changed(row, { state: 'unknown' })
      await store.commit([write('operation', row)])
      assert.ok((await store.answerOf('op-1')) === large, 'an answer that was not written again')
      row = changed(row, { state: 'done' })
      await store.commit([write('operation', row, { answer: '' })])
      assert.equal(await store.answerOf('op-1'), '', 'an empty answer')
      await store.commit([write('operation', changed(row, {}), { answer: null })])
      assert.equal(await store.answerOf('op-1'), undefined, 'an answer that was removed')
      assert.deepEqual((await store.verify()).damage, [])
    },
  },
  {
    title: 'no answer lies at rest in clear',
    needs: ['bytes'],
    async run({ subject, open }) {
      const store = await open()
      const secret = '张三测试-payToken-0123456789'
      await store.commit([write('operation', operationOf(1), { answer: `{"psnName":"${secret}"}` })])
      const [opened, closed] = [await subject.bytes(), await store.close().then(subject.bytes)]
      const holds = (bytes: Uint8Array): boolean =>
        ['utf8', 'base64', 'hex', 'utf16le'].some((form) =>
          form === 'utf8' || form === 'utf16le'
            ? Buffer.from(bytes).includes(Buffer.from(secret, form))
            : Buffer.from(bytes).includes(
                Buffer.from(secret)
                  .toString(form as 'hex')
                  .slice(4, 24),
              ),
        )
      assert.ok(opened.length > 0 && closed.length > 0, 'the subject gives no bytes')
      assert.ok(![...opened, ...closed].some(holds), 'an answer can be read in what lies at rest')
    },
  },
  {
    title: 'a digest is keyed, and the same in every process',
    async run({ subject, open }) {
      const store = await open()
      const texts = ['', 'a', '张三', 'a'.repeat(10_000)]
      const digests = texts.map((text) => store.digest(text))
      assert.equal(new Set(digests).size, texts.length, 'two texts have one digest')
      for (const digest of digests) assert.match(digest, /^[0-9a-f]{32,}$/)
      const bytes = new TextEncoder().encode('a')
      for (const name of ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512']) {
        const plain = Buffer.from(await crypto.subtle.digest(name, bytes)).toString('hex')
        assert.ok(!plain.startsWith(store.digest('a').slice(0, 32)), 'the digest has no key')
      }
      if (!store.supports.exclusive) {
        const second = await open()
        assert.deepEqual(
          texts.map((text) => second.digest(text)),
          digests,
          'in another process',
        )
      }
      await store.close()
      if (!store.supports.persistent) return
      const again = await open(subject.store())
      assert.deepEqual(
        texts.map((text) => again.digest(text)),
        digests,
        'after close and open',
      )
    },
  },
]
