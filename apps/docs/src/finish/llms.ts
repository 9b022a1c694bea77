import { plainText } from '../stage/headings.ts'
import type { Site } from '../stage/stage.ts'
import { placeIn } from '../stage/stage.ts'

/** `llms.txt`: what there is to read, for programs that read; each link leads to the Markdown of the page. */
export function llmsText({ sections, pages }: Site): string {
  const parts = sections.map(({ title, pages: inSection }) => {
    const links = inSection.flatMap(({ name, files }) => {
      const language = files.zh === undefined ? 'en' : 'zh'
      const page = pages.find(({ place }) => place === placeIn(language, name))
      if (page === undefined) return []
      const english = files.en !== undefined && language === 'zh' ? ` ([English](${placeIn('en', name)}))` : ''
      return [`- [${page.title}](${page.place})${english}: ${summaryOf(page.text)}`]
    })
    return [`## ${title.zh} ${title.en}`, '', ...links].join('\n')
  })
  return ['# nationec', '', INTRODUCTION, '', parts.join('\n\n'), ''].join('\n')
}

const INTRODUCTION = `> 医保业务综合服务终端接口（NationECCode）的 TypeScript 客户端、本地代理、命令行与模拟器，运行于 Node、Bun 和 Deno。
> The medical-insurance service terminal (NationECCode) for Node, Bun and Deno: client, local agent, command line, simulator.`

/** The first sentence of a page. */
function summaryOf(text: string): string {
  const paragraph =
    text.split(/\n\s*\n/).find((part) => !/^(#|\[English\]|\[中文\]|<|\||```|- )/.test(part.trim())) ?? ''
  const plain = plainText(paragraph).replaceAll(/\s+/g, ' ').trim()
  return /^.*?(?:[。]|[.](?= |$))/.exec(plain)?.[0] ?? plain
}
