// @everyday node
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { flagOf, variableOf } from '@nationec/terminal'
import type { Command } from 'commander'
import { schemaNames } from './fixtures/published-schema.ts'
import { createProgram } from './program.ts'
import { settingsTable } from './settings/settings.ts'

const read = (name: string): string => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8')

/** Every command with its words, and the options that are its own. */
function everyCommand(command: Command, words: readonly string[]): { words: string; options: readonly string[] }[] {
  const options = command.options.filter(({ hidden }) => !hidden).map(({ long }) => long ?? '')
  const below = command.commands.flatMap((child) => everyCommand(child, [...words, child.name()]))
  return [{ words: words.join(' '), options }, ...below]
}

for (const name of ['cli.md', 'cli.zh-CN.md']) check(name, read(name))

function check(file: string, page: string): void {
  describe(`docs/${file}`, () => {
    it('names every command and every option', () => {
      for (const { words, options } of everyCommand(
        createProgram(() => {}),
        ['nationec'],
      )) {
        const name = words.split(' ').at(-1) ?? ''
        assert.ok(page.includes(words) || page.includes(`\`${name}\``), words)
        for (const option of options) assert.ok(page.includes(option), `${words} ${option}`)
      }
    })

    it('names every setting with its flag and its variable, and every schema', () => {
      for (const { name } of settingsTable) {
        assert.ok(page.includes(`| \`${name}\` |`), name)
        assert.ok(page.includes(`\`${variableOf(name)}\``), name)
        assert.ok(page.includes(`\`${flagOf(name)}\``), name)
      }
      for (const name of schemaNames) assert.ok(page.includes(`../apps/cli/schema/${name}.json`), name)
    })
  })
}
