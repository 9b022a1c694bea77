import assert from 'node:assert/strict'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { DatabaseSync } from 'node:sqlite'
import { describe, it } from 'node:test'
import { isStoreError, type OpenStore, type StoreErrorCode } from '@nationec/ledger'
import {
  renewSqliteMark,
  restoreSqliteLedger,
  type SqliteDatabase,
  sqliteStore,
  verifySqliteLedger,
} from '@nationec/ledger/sqlite'
import { temporaryFolder } from '../fixtures/folder.ts'
import { operationOf, write } from '../kit/sample-rows.ts'
import { withoutSqlite } from './driver.ts'

const options = { clock: () => 1, instance: 'test' }

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const { path, remove } = temporaryFolder()
  try {
    await work(join(path, 'data'))
  } finally {
    remove()
  }
}

function open(folder: string): Promise<OpenStore> {
  return sqliteStore({ folder }).open(options)
}

async function filled(folder: string, count = 3): Promise<void> {
  const store = await open(folder)
  for (let number = 1; number <= count; number += 1) {
    await store.commit([write('operation', operationOf(number), { answer: 'answer' })])
  }
  await store.close()
}

async function refused(promise: Promise<unknown>, code: StoreErrorCode, detail: RegExp): Promise<void> {
  await assert.rejects(promise, (error) => {
    assert.ok(isStoreError(error, code), `${code} expected, not ${error}`)
    assert.match(error.message, detail)
    assert.match(error.message, /[\u4e00-\u9fff]/)
    return true
  })
}

describe('a SQLite ledger is not opened', () => {
  it('without its key, and no new key is made', () =>
    inFolder(async (folder) => {
      await filled(folder)
      rmSync(join(folder, 'ledger.key'))
      await refused(open(folder), 'LEDGER_DAMAGED', /key file is missing/)
      assert.ok(!existsSync(join(folder, 'ledger.key')))
    }))

  it('with the key of another ledger, or half of one', () =>
    inFolder(async (folder) => {
      await filled(folder)
      writeFileSync(join(folder, 'ledger.key'), `${'ab'.repeat(32)}\n`)
      await refused(open(folder), 'LEDGER_DAMAGED', /mark|another ledger/)
      writeFileSync(join(folder, 'ledger.key'), 'ab'.repeat(16))
      await refused(open(folder), 'LEDGER_DAMAGED', /64 hexadecimal digits/)
    }))

  it('when its database is gone or emptied', () =>
    inFolder(async (folder) => {
      await filled(folder)
      truncateSync(join(folder, 'ledger.db'), 0)
      await refused(open(folder), 'LEDGER_DAMAGED', /removed or replaced/)
      rmSync(join(folder, 'ledger.db'))
      await refused(open(folder), 'LEDGER_DAMAGED', /removed or replaced/)
    }))

  it('when its mark is gone or cannot be read', () =>
    inFolder(async (folder) => {
      await filled(folder)
      writeFileSync(join(folder, 'ledger.mark'), Buffer.alloc(8_192))
      await refused(open(folder), 'LEDGER_DAMAGED', /mark of the last event/)
      rmSync(join(folder, 'ledger.mark'))
      await refused(open(folder), 'LEDGER_DAMAGED', /mark of the last event/)
    }))

  it('when its mark is gone, until a person has it made anew for a whole chain', () =>
    inFolder(async (folder) => {
      const said = { by: 'u007', because: 'the disk was replaced' }
      await filled(folder)
      await assert.rejects(renewSqliteMark(folder, said), /the mark can be read/)
      rmSync(join(folder, 'ledger.mark'))
      await assert.rejects(renewSqliteMark(folder, { by: ' ', because: 'x' }), /by and because must be given/)
      const { exception, events } = await renewSqliteMark(folder, said)
      const store = await open(folder)
      const [row] = (await store.exceptions({ open: true, limit: 2 })).rows
      assert.deepEqual([row?.id, row?.kind, row?.facts['by'], events], [exception, 'mark-renewed', 'u007', 3])
      assert.deepEqual((await store.verify()).damage, [])
      await store.close()
      rmSync(join(folder, 'ledger.mark'))
      const database = new DatabaseSync(join(folder, 'ledger.db'))
      database.exec('DELETE FROM events WHERE seq = 2')
      database.close()
      await refused(renewSqliteMark(folder, said), 'LEDGER_DAMAGED', /chain is not whole/)
    }))

  for (const [name, where] of [
    ['begin', 0],
    ['end', -1],
  ] as const) {
    it(`or not taken for whole, when the 4 KiB at its ${name} are zeroed`, () =>
      inFolder(async (folder) => {
        await filled(folder, 40)
        const file = join(folder, 'ledger.db')
        const bytes = readFileSync(file)
        bytes.fill(0, where === 0 ? 0 : bytes.length - 4_096, where === 0 ? 4_096 : bytes.length)
        writeFileSync(file, bytes)
        const told = await verifySqliteLedger(folder).then(
          ({ damage }) => damage.length > 0,
          (error) => isStoreError(error, 'LEDGER_DAMAGED', 'LEDGER_UNREACHABLE'),
        )
        assert.ok(told, 'the damage is told')
        assert.ok(existsSync(join(folder, 'ledger.mark')) && statSync(file).size === bytes.length, 'nothing is emptied')
      }))
  }

  it('when commits are gone from its end', () =>
    inFolder(async (folder) => {
      await filled(folder, 2)
      const older = readFileSync(join(folder, 'ledger.db'))
      const store = await open(folder)
      await store.commit([write('operation', operationOf(9))])
      await store.close()
      writeFileSync(join(folder, 'ledger.db'), older)
      await refused(open(folder), 'LEDGER_DAMAGED', /missing at the end: 1\./)
      assert.deepEqual((await verifySqliteLedger(folder)).damage, [{ what: 'end-missing', lane: '' }])
    }))

  it('when one of its last events was changed', () =>
    inFolder(async (folder) => {
      await filled(folder)
      const database = new DatabaseSync(join(folder, 'ledger.db'))
      database.exec('UPDATE events SET at = at + 1 WHERE seq = 2')
      database.close()
      await refused(open(folder), 'LEDGER_DAMAGED', /Event 2 does not fit/)
      assert.deepEqual((await verifySqliteLedger(folder)).damage, [{ what: 'event-changed', lane: '', seq: 2 }])
    }))

  it('when a newer version has written it', () =>
    inFolder(async (folder) => {
      await filled(folder)
      const database = new DatabaseSync(join(folder, 'ledger.db'))
      database.exec('PRAGMA user_version = 99')
      database.close()
      await refused(open(folder), 'LEDGER_NEWER', /newer version/)
    }))

  it('when the file is that of another program, or no database', () =>
    inFolder(async (folder) => {
      mkdirSync(folder)
      const database = new DatabaseSync(join(folder, 'ledger.db'))
      database.exec('CREATE TABLE other (a)')
      database.close()
      await refused(open(folder), 'LEDGER_UNREACHABLE', /another program/)
      writeFileSync(join(folder, 'ledger.db'), 'x'.repeat(5_000))
      await refused(open(folder), 'LEDGER_DAMAGED', /no database/)
    }))

  it('when its folder is a file, or lies in one', () =>
    inFolder(async (folder) => {
      writeFileSync(folder, '')
      await refused(open(folder), 'LEDGER_UNREACHABLE', /in the place of the folder|part of the path is a file/)
      await refused(open(join(folder, 'deeper')), 'LEDGER_UNREACHABLE', /part of the path is a file/)
    }))

  it('over a database in memory', async () => {
    const database = new DatabaseSync(':memory:')
    const given = { database, key: new Uint8Array(32), mark: '/nowhere' }
    await refused(sqliteStore(given).open(options), 'LEDGER_UNSAFE', /journal_mode = memory/)
    database.close()
  })
})

describe('a row of a SQLite ledger', () => {
  it('is not given when its text was changed', () =>
    inFolder(async (folder) => {
      await filled(folder)
      const database = new DatabaseSync(join(folder, 'ledger.db'))
      database.exec(`UPDATE operations SET body = replace(body, '"asked":0', '"asked":1') WHERE id = 'op-2'`)
      database.close()
      const store = await open(folder)
      await refused(store.findOperations({ id: 'op-2' }), 'LEDGER_DAMAGED', /not as it was written/)
      assert.equal((await store.findOperations({ id: 'op-1' })).length, 1)
      assert.deepEqual((await store.verify()).damage, [{ what: 'row-changed', table: 'operation', id: 'op-2' }])
      await store.close()
    }))

  it('that lost its hold, its column or its answer is found by verify', () =>
    inFolder(async (folder) => {
      await filled(folder)
      const database = new DatabaseSync(join(folder, 'ledger.db'))
      database.exec(`DELETE FROM holds WHERE operation = 'op-1'`)
      database.exec(`UPDATE operations SET state = 'done' WHERE id = 'op-2'`)
      database.exec(`UPDATE answers SET sealed = zeroblob(40) WHERE operation = 'op-3'`)
      database.close()
      const { damage } = await verifySqliteLedger(folder)
      assert.deepEqual(
        damage.map(({ what, id }) => `${what} ${id}`),
        ['row-changed op-1', 'row-changed op-2', 'answer-unreadable op-3'],
      )
    }))
})

describe('a SQLite ledger whose disk', () => {
  it('is full says so, stores nothing of the turn, and goes on when there is space', async () => {
    const { path, remove } = temporaryFolder()
    const database = new DatabaseSync(join(path, 'given.db'))
    const given = { database, key: new Uint8Array(32), mark: join(path, 'given.mark') }
    const store = await sqliteStore(given).open(options)
    await store.commit([write('operation', operationOf(1))])
    const pages = Number(Object.values(database.prepare('PRAGMA page_count').get() ?? {})[0])
    database.exec(`PRAGMA max_page_count = ${pages}`)
    const large = write('operation', operationOf(2), { answer: 'x'.repeat(100_000) })
    await refused(store.commit([large]), 'LEDGER_FULL', /no space left/)
    assert.equal((await store.findOperations({ id: 'op-2' })).length, 0)
    database.exec('PRAGMA max_page_count = 100000')
    await store.commit([large])
    assert.deepEqual(await store.verify(), { events: 2, rows: 2, damage: [] })
    await store.close()
    database.close()
    remove()
  })

  it('fails in a commit is COMMIT_UNKNOWN, and nothing is told until it is opened again', async () => {
    const { path, remove } = temporaryFolder()
    const database = new DatabaseSync(join(path, 'given.db'))
    let fails = false
    const failing: SqliteDatabase = {
      exec: (sql) => database.exec(sql),
      close: () => database.close(),
      prepare(sql) {
        const statement = database.prepare(sql) as unknown as ReturnType<SqliteDatabase['prepare']>
        return {
          all: (...values) => statement.all(...values),
          run(...values) {
            // Of SQLITE_IOERR_FSYNC.
            if (fails && sql === 'COMMIT') throw Object.assign(new Error('disk I/O error'), { errcode: 1_034 })
            return statement.run(...values)
          },
        }
      },
    }
    const given = { database: failing, key: new Uint8Array(32), mark: join(path, 'given.mark') }
    const store = await sqliteStore(given).open(options)
    fails = true
    await refused(store.commit([write('operation', operationOf(1))]), 'COMMIT_UNKNOWN', /did not say/)
    fails = false
    await refused(store.commit([write('operation', operationOf(2))]), 'LEDGER_UNREACHABLE', /open the ledger again/)
    await store.close()
    const again = await sqliteStore(given).open(options)
    await again.commit([write('operation', operationOf(2))])
    await again.close()
    database.close()
    remove()
  })

  it(
    'may not be written says so at the opening',
    { skip: process.getuid === undefined || process.getuid() === 0 ? 'root may write everything' : false },
    () =>
      inFolder(async (folder) => {
        mkdirSync(folder, { mode: 0o500 })
        await refused(open(folder), 'LEDGER_UNREACHABLE', /cannot be opened or made/)
      }),
  )
})

describe('the durability of a SQLite ledger', () => {
  for (const [version, warnings] of [
    ['3.47.2', 1],
    ['3.51.2', 1],
    ['3.51.3', 0],
    ['3.52.0', 0],
    ['4.0.0', 0],
  ] as const) {
    it(`warns of ${warnings === 0 ? 'nothing' : 'the version'} on SQLite ${version}`, async () => {
      const { path, remove } = temporaryFolder()
      const database = new DatabaseSync(join(path, 'given.db'))
      const old: SqliteDatabase = {
        exec: (sql) => database.exec(sql),
        close: () => database.close(),
        prepare(sql) {
          const statement = database.prepare(sql) as unknown as ReturnType<SqliteDatabase['prepare']>
          const all = sql.includes('sqlite_version()') ? () => [{ version }] : statement.all.bind(statement)
          return { all, run: (...values) => statement.run(...values) }
        },
      }
      const store = await sqliteStore({ database: old, key: new Uint8Array(32), mark: join(path, 'mark') }).open(
        options,
      )
      const durability = await store.durability()
      assert.equal(durability.survives, 'power-cut')
      assert.equal(durability.warnings.length, warnings)
      await store.close()
      database.close()
      remove()
    })
  }
})

describe('a backup of a SQLite ledger', () => {
  it('is restored into a new folder, and its durability says so', () =>
    inFolder(async (folder) => {
      const [backup, target] = [`${folder}-backup`, `${folder}-restored`]
      await filled(folder)
      const store = await open(folder)
      await store.backup(backup)
      await store.commit([write('operation', operationOf(9))])
      await store.close()
      await restoreSqliteLedger(backup, target)
      await refused(restoreSqliteLedger(backup, target), 'LEDGER_UNREACHABLE', /exists already/)
      const restored = await open(target)
      assert.deepEqual(await restored.verify(), { events: 3, rows: 3, damage: [] })
      assert.equal(await restored.answerOf('op-1'), 'answer')
      const { survives, warnings } = await restored.durability()
      assert.equal(survives, 'power-cut')
      assert.match(String(warnings[0]?.en), /last event is of 2026-01-01T00:00:00\.003Z/)
      await restored.close()
    }))

  it('that is damaged is not restored', () =>
    inFolder(async (folder) => {
      await filled(folder)
      const database = new DatabaseSync(join(folder, 'ledger.db'))
      database.exec("DELETE FROM operations WHERE id = 'op-1'")
      database.close()
      await refused(restoreSqliteLedger(folder, `${folder}-restored`), 'LEDGER_DAMAGED', /not whole/)
      assert.ok(!existsSync(`${folder}-restored`))
    }))
})

describe('the files of a SQLite ledger', () => {
  it('are for their owner only, and the key lies in a file of its own', { skip: process.platform === 'win32' }, () =>
    inFolder(async (folder) => {
      await filled(folder)
      assert.equal(statSync(folder).mode & 0o777, 0o700)
      for (const name of ['ledger.key', 'ledger.mark']) assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600)
      assert.match(readFileSync(join(folder, 'ledger.key'), 'utf8'), /^[0-9a-f]{64}\n$/)
    }),
  )

  it('open after the making of a new ledger stopped anywhere', () =>
    inFolder(async (folder) => {
      await filled(folder, 0)
      for (const names of [['ledger.key'], ['ledger.key', 'ledger.mark']]) {
        const stopped = `${folder}-${names.length}`
        mkdirSync(stopped)
        for (const name of names) copyFileSync(join(folder, name), join(stopped, name))
        writeFileSync(join(stopped, 'ledger.db'), '')
        await filled(stopped, 1)
        assert.deepEqual(readFileSync(join(stopped, 'ledger.key')), readFileSync(join(folder, 'ledger.key')))
      }
    }))
})

describe('the warning that node:sqlite is experimental', () => {
  it('is kept back, and every other one is passed on as it was given', () => {
    const heard: unknown[][] = []
    const emit = withoutSqlite(((...given: unknown[]) => void heard.push(given)) as typeof process.emitWarning)
    emit('SQLite is an experimental feature and might change at any time', 'ExperimentalWarning')
    emit('Another is an experimental feature', 'ExperimentalWarning')
    emit('SQLite is an experimental feature', 'Warning')
    emit(new Error('an error'))
    assert.deepEqual(
      heard.map(([warning, type]) => `${type} ${warning}`),
      [
        'ExperimentalWarning Another is an experimental feature',
        'Warning SQLite is an experimental feature',
        'undefined Error: an error',
      ],
    )
  })
})
