import assert from 'node:assert/strict'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { it } from 'node:test'
import { inFolder } from '../fixtures/program.ts'
import { createLogger } from './logger.ts'
import { rotatingFile } from './rotating-file.ts'

it('a full file gets a number, and the oldest goes; no line is lost or torn meanwhile', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'agent.log')
    const file = rotatingFile({ path, size: 100, count: 3 })
    const lines = Array.from({ length: 12 }, (_, index) => `${String(index).padStart(29, 'x')}\n`)
    for (const line of lines) file.write(line)
    assert.deepEqual((await readdir(folder)).sort(), ['agent.log', 'agent.log.1', 'agent.log.2'])
    const read = await Promise.all(['.2', '.1', ''].map((end) => readFile(`${path}${end}`, 'utf8')))
    assert.deepEqual(read.join(''), lines.slice(3).join(''))
    assert.ok(read.every((text) => text.length <= 100))
  }))

it('goes on with a file that is there, and writes a line that is longer than a file', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'agent.log')
    await writeFile(path, 'of yesterday\n')
    const file = rotatingFile({ path, size: 20, count: 1 })
    file.write('today\n')
    assert.equal(await readFile(path, 'utf8'), 'of yesterday\ntoday\n')
    file.write(`${'long'.repeat(10)}\n`)
    assert.equal(await readFile(path, 'utf8'), `${'long'.repeat(10)}\n`)
  }))

it('a folder that was taken away costs the lines of that time and nothing else', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'logs', 'agent.log')
    const file = rotatingFile({ path, size: 10, count: 2 })
    file.write('lost: there is no folder\n')
    await mkdir(join(folder, 'logs'))
    file.write('one\n')
    await rm(join(folder, 'logs'), { recursive: true })
    file.write('two and more\n')
    await mkdir(join(folder, 'logs'))
    file.write('three\n')
    assert.equal(await readFile(path, 'utf8'), 'three\n')
  }))

it('the lines in every file are masked', () =>
  inFolder(async (folder) => {
    const path = join(folder, 'agent.log')
    const logger = createLogger('info', rotatingFile({ path, size: 200, count: 50 }))
    for (let index = 0; index < 20; index += 1)
      logger.info({ idNo: '110101199003077758', userName: '张三丰', note: '13812345678' }, '110101199003077758')
    const names = await readdir(folder)
    assert.ok(names.length > 5)
    for (const name of names)
      assert.doesNotMatch(await readFile(join(folder, name), 'utf8'), /110101199003077758|张三丰|13812345678/)
  }))
