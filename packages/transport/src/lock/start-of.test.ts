import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import process from 'node:process'
import { describe, it } from 'node:test'
import { startOf, unixTeller, windowsTeller } from './start-of.ts'

describe('the start of a process, as a program of the system tells it', () => {
  it('is read from the words of ps and of PowerShell', () => {
    assert.equal(unixTeller.read('Thu Jan  1 00:01:05 1970'), 65_000)
    assert.equal(windowsTeller.read('116444736650000000'), 65_000)
    for (const teller of [unixTeller, windowsTeller]) assert.ok(Number.isNaN(teller.read('no such process')))
    assert.ok(Number.isNaN(windowsTeller.read('')))
  })

  it('asks PowerShell by its whole path: a folder of the user may hold another program of that name', () => {
    const [program, ...args] = windowsTeller.command(4711, { SystemRoot: 'D:\\Windows' })
    assert.equal(program, 'D:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe')
    assert.equal(args.at(-1), '(Get-Process -Id 4711).StartTime.ToFileTimeUtc()')
  })

  it('is unknown where there is no such program', () => {
    const missing = { ...unixTeller, command: () => ['/no/such/program'] as const }
    assert.equal(startOf(process.pid, missing), undefined)
  })

  it('is near the start that the process knows of itself', { skip: !existsSync('/bin/ps') }, () => {
    const start = startOf(process.pid, unixTeller) ?? Number.NaN
    assert.ok(Math.abs(start - (Date.now() - process.uptime() * 1_000)) < 1_800_000, String(start))
  })
})
