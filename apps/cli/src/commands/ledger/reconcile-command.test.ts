// @everyday node
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { createClient } from '@nationec/client'
import { isNationEcError } from '@nationec/errors'
import { type Ledger, memoryStore, openLedger } from '@nationec/ledger'
import { readXlsx, reportXlsx } from '@nationec/ledger/reconciliation'
import { mockTransport } from '@nationec/transport-mock'
import { Command } from 'commander'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'
import { type DayFlags, withCloseDay, withReconcile } from './day-options.ts'
import { closeDayCommand, reconcileCommand } from './reconcile-command.ts'

const DAY = '2026-11-29'

async function openEmpty(): Promise<Ledger> {
  const client = createClient({ orgId: 'H33010200001', transport: mockTransport(() => '{}') })
  return openLedger({ store: memoryStore(), client, work: false })
}

function flagsOf(arguments_: readonly string[], make = withReconcile): DayFlags {
  const command = make(new Command().exitOverride())
  return command.parse(arguments_, { from: 'user' }).opts()
}

describe('nationec ledger reconcile', () => {
  it('compares a file by its map, writes the reports, and ends with 1 while a difference is open', async () => {
    await using ledger = await openEmpty()
    using folder = temporaryFolder()
    const centre = folder.write('list.csv', '单号;金额\nM1;12.50\n合计;12.50\n')
    const map = folder.write('map.json', { columns: { medOrgOrd: '单号', total: '金额' }, footerLines: 1 })
    const reports = ['--html', folder.in('report.html'), '--xlsx', folder.in('report.xlsx')]
    const flags = flagsOf(['--json', '--day', DAY, '--centre', centre, '--centre-map', map, ...reports])
    assert.equal(await reconcileCommand(ledger, flags), 1)
    assert.match(readFileSync(folder.in('report.html'), 'utf8'), /账本缺失/)
    const columns = { medOrgOrd: '机构订单号', total: '清单总额' }
    const [row] = await readXlsx(readFileSync(folder.in('report.xlsx')), { sheet: '差异', columns })
    assert.deepEqual([row?.medOrgOrd, row?.total], ['M1', '12.50'])
    // A report is not written over; what was compared is stored once.
    await assert.rejects(reconcileCommand(ledger, flags), (error) => isNationEcError(error, 'FILE_EXISTS'))
    assert.equal((await ledger.store.exceptions({ limit: 10 })).rows.length, 1)
  })

  it('names the option, the line and the column of what cannot be read', async () => {
    await using ledger = await openEmpty()
    using folder = temporaryFolder()
    const centre = folder.write('list.csv', 'medOrgOrd,total\nM1,1.2E+18\n')
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [['--centre', centre], /--centre: line 2, column 2 \(B\), for total/],
      [
        ['--centre', centre, '--centre-map', folder.write('a.json', { columns: { total: 0 } })],
        /--centre-map: columns\.total/,
      ],
      [['--centre', folder.in('none.csv')], /--centre: There is no such file/],
      [['--institution', centre], /--centre: It must be given/],
      [[], /--centre must be given/],
    ]
    for (const [arguments_, expected] of wrong) {
      await assert.rejects(reconcileCommand(ledger, flagsOf(['--day', DAY, ...arguments_])), expected)
    }
  })
})

describe('nationec ledger close-day', () => {
  it('compares first, and closes only when nothing is open', async () => {
    await using ledger = await openEmpty()
    using folder = temporaryFolder()
    const header = 'medOrgOrd,total\n'
    const close = (centre: string) => {
      const flags = flagsOf(['--json', '--day', DAY, '--by', 'u007', '--centre', centre], withCloseDay)
      return closeDayCommand(ledger, { ...flags, by: 'u007' })
    }
    await assert.rejects(close(folder.write('one.csv', `${header}M1,1\n`)), (error) =>
      isNationEcError(error, 'DAY_OPEN'),
    )
    assert.equal(await ledger.store.day(DAY), undefined)
    assert.equal(await close(folder.write('none.csv', header)), 0)
    const day = await ledger.store.day(DAY)
    assert.deepEqual([day?.by, day?.facts['centre.rows']], ['u007', 0])
  })
})

describe('a workbook', () => {
  it('is told from a text by itself', async () => {
    await using ledger = await openEmpty()
    using folder = temporaryFolder()
    const sums = { count: 0, total: '0.00', fund: '0.00', account: '0.00', cash: '0.00' } as never
    const both = { payment: sums, refund: sums }
    const report = { day: DAY, at: DAY, equal: 0, differences: [], sums: { ledger: both, centre: both } }
    const centre = folder.write('list.xlsx', await reportXlsx(report))
    const map = folder.write('map.json', { sheet: '差异', columns: { medOrgOrd: '机构订单号', total: '清单总额' } })
    assert.equal(
      await reconcileCommand(ledger, flagsOf(['--json', '--day', DAY, '--centre', centre, '--centre-map', map])),
      0,
    )
  })
})
