import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a package calls its licence, and what Apache-2.0 asks to hand on beside it. */
const LICENCE_FILES = /^(licen[sc]e|copying|notice)(\.|-|$)/i

/**
 * Name, version and licence text of every package whose files were bundled.
 *
 * @param {Iterable<string>} files the bundled files, absolute; those outside `node_modules` are ours
 * @returns {string}
 * @throws {Error} for a package whose licence cannot be told
 */
export function thirdPartyNotices(files) {
  const folders = new Set([...files].flatMap((file) => packageFolderOf(file) ?? []))
  const notices = [...folders].map(noticeOf)
  return [INTRODUCTION, ...[...new Set(notices)].sort()].join(`\n${'-'.repeat(80)}\n\n`)
}

const INTRODUCTION = `The files beside this one contain code of the packages below, each under its own licence.
本目录中的文件包含下列软件包的代码，各软件包适用其自身的许可证。
`

/** @param {string} file @returns {string | undefined} */
export function packageFolderOf(file) {
  const path = file.replaceAll('\\', '/').replace(/^\0/, '').replace(/\?.*$/, '')
  return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]
}

/** @param {string} folder */
function noticeOf(folder) {
  /** @type {{ name: string, version: string, license?: string, author?: string | { name: string } }} */
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (license === undefined) throw new Error(`${name} ${version} names no licence: it must not be bundled`)
  const texts = readdirSync(folder).filter((file) => LICENCE_FILES.test(file) && existsSync(join(folder, file)))
  const text =
    texts.length > 0
      ? texts.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n')
      : standardText(name, license, typeof author === 'object' ? author.name : author)
  return `${name} ${version}\n${license}\n\n${text}\n`
}

/**
 * Some packages name their licence and do not bring its text.
 *
 * @param {string} name
 * @param {string} license
 * @param {string | undefined} author
 */
function standardText(name, license, author) {
  if (license !== 'MIT') throw new Error(`${name} brings no text of its licence ${license}: add it to ${HERE}`)
  return `MIT License\n\nCopyright (c) ${author ?? `the authors of ${name}`}\n\n${MIT}`
}

const HERE = 'scripts/package/third-party-notices.mjs'

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`
