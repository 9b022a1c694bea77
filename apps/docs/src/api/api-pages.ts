import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import type { WrittenPage } from '../stage/stage.ts'
import { type Declared, declarationsOf } from './declarations.ts'

interface ApiPackage {
  readonly folder: string
  readonly name: string
  readonly exports: Readonly<Record<string, unknown>>
}

/** One page for each package: every public name with its signature, its text and its examples. */
export function apiPages(top: string, packages: readonly ApiPackage[]): WrittenPage[] {
  const entries = packages.flatMap((each) => entriesOf(top, each))
  const read = declarationsOf(
    top,
    entries.map(({ file }) => file),
  )
  return packages.map(({ folder, name }) => {
    const parts = entries
      .filter((entry) => entry.of === name)
      .map(({ path, file }) => [`## \`${path}\``, ...read(file).map(partOf)].join('\n\n'))
    const text = `# ${name}\n\nWritten from the sources. More of it: [README](https://github.com/nationec/nationec/tree/main/${folder}#readme).\n\n${parts.join('\n\n')}\n`
    return { name: `reference/api/${name.replace(/^@[^/]+\//, '')}`, text }
  })
}

function entriesOf(top: string, { folder, name, exports }: ApiPackage): { of: string; path: string; file: string }[] {
  return Object.entries(exports).flatMap(([path, target]) => {
    const source = (target as { readonly '@nationec/source'?: string })['@nationec/source']
    return source === undefined ? [] : [{ of: name, path: `${name}${path.slice(1)}`, file: join(top, folder, source) }]
  })
}

function partOf({ name, signature, node }: Declared): string {
  const documented = node === undefined ? undefined : ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc)
  const text = documented === undefined ? '' : plain(ts.getTextOfJSDocComment(documented.comment) ?? '')
  const examples = (documented?.tags ?? [])
    .filter((tag) => tag.tagName.text === 'example')
    .map((tag) => (ts.getTextOfJSDocComment(tag.comment) ?? '').replace(/^not run: .*\n/, ''))
  return [`### ${name}`, `\`\`\`ts\n${signature}\n\`\`\``, text, ...examples].filter((part) => part !== '').join('\n\n')
}

/** `{@link name}` becomes the name. */
function plain(text: string): string {
  return text.replaceAll(
    /\{@link ([^}|\s]+)(?:[|\s]+([^}]*))?\}/g,
    (_, target: string, title?: string) => `\`${title ?? target}\``,
  )
}

/** The published packages, from their manifests. */
export function publishedPackages(top: string): ApiPackage[] {
  const folders = ['packages', 'apps'].flatMap((parent) =>
    readdirSync(join(top, parent)).map((each) => `${parent}/${each}`),
  )
  return folders.flatMap((folder) => {
    const { name, exports = {}, private: own } = JSON.parse(readFileSync(join(top, folder, 'package.json'), 'utf8'))
    return own === true ? [] : [{ folder, name, exports }]
  })
}
