import type { AnyEndpoint } from '../http/endpoint.ts'
import { type Field, fieldsOf, typeOf } from './fields.ts'

/**
 * The page of the HTTP interface: every endpoint with its fields. It is complete in itself and runs no script, because
 * hospital networks are closed.
 */
export function interfacePage(endpoints: readonly AnyEndpoint[], version: string): string {
  const tags = [...new Set(endpoints.map(({ tag }) => tag))]
  const groups = tags.map((tag) => ({ tag, members: endpoints.filter((endpoint) => endpoint.tag === tag) }))
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>nationec agent: HTTP interface 接口文档</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<h1>nationec agent ${escaped(version)}: HTTP interface 接口文档</h1>
<p>金额为以元为单位的文本。失败时先看 <code>delivery</code>：<code>not-sent</code> 未发出，<code>answered</code> 已有应答，<code>unknown</code> 结果未知，此时只查询，切勿重复提交。<br>
Money is text in yuan. A failure says in <code>delivery</code> what became of the request; after <code>unknown</code> query, never repeat.</p>
<p>机器可读描述 For tools: <a href="../openapi.json">OpenAPI 3.1</a>. 浏览器策略 <a href="browser-policy">Browser policy</a>. 全部文档 <a href="./">Documents</a>.</p>
<ul>
${groups.map(({ tag, members }) => `<li>${escaped(tag)}: ${members.map(link).join(', ')}</li>`).join('\n')}
</ul>
${groups.map(({ tag, members }) => `<h2>${escaped(tag)}</h2>\n${members.map(section).join('\n')}`).join('\n')}
<h2 id="problem">Problem 错误应答 (application/problem+json, RFC 9457)</h2>
${table(fieldsOf({ $ref: '#/components/schemas/Problem' }))}
</body>
</html>
`
}

const STYLE = `body { font: 15px/1.5 system-ui, "Microsoft YaHei", sans-serif; margin: 2em auto; max-width: 70em; padding: 0 1em; color: #1f2328 }
table { border-collapse: collapse; width: 100%; margin: .5em 0 1em } td, th { border: 1px solid #d0d7de; padding: .2em .6em; text-align: left; vertical-align: top }
td:first-child { white-space: nowrap } code { font-family: ui-monospace, Consolas, monospace; overflow-wrap: anywhere } summary { cursor: pointer }
section { border-top: 1px solid #d0d7de; margin-top: 1em } section:target { background: #fff8c5 }`

const ACCESS = {
  open: '无需配对 no token',
  paired: '需配对 Authorization: Bearer <token>',
  console: '仅控制台与本机程序 Authorization: Bearer <token> of the console or of a program on this machine',
} as const

const anchorOf = ({ method, path }: AnyEndpoint): string => escaped(`${method}-${path.replaceAll(/\W+/g, '-')}`)

const link = (endpoint: AnyEndpoint): string =>
  `<a href="#${anchorOf(endpoint)}"><code>${endpoint.method} ${escaped(endpoint.path)}</code></a>`

function section(endpoint: AnyEndpoint): string {
  const { method, path, summary, access, body, response } = endpoint
  const { status, schema, type = 'application/json' } = response
  const answer = schema === undefined ? '' : `, ${type} ${typeOf(schema)}`
  return `<section id="${anchorOf(endpoint)}">
<h3><code>${method} ${escaped(path)}</code> ${escaped(summary.zh)} ${escaped(summary.en)}</h3>
<p>${escaped(ACCESS[access])}</p>
${table(parametersOf(endpoint))}
${body === undefined ? '' : fold('请求 Request', table(fieldsOf(body.schema)))}
${fold(escaped(`应答 Answer: ${status}${answer}`), table(fieldsOf(schema)))}
</section>`
}

function parametersOf({ path, key, query }: AnyEndpoint): Field[] {
  const inPath = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = '']) => name)
  return [
    ...inPath.map((name) => ({ path: name, type: 'string', required: true, about: '路径 in the path' })),
    ...(key === undefined
      ? []
      : [{ path: 'Idempotency-Key', type: 'string', required: key === 'required', about: '请求头 header' }]),
    ...fieldsOf(query?.schema).map((field) => ({
      ...field,
      about: ['查询参数 in the query', field.about].filter((part) => part !== '').join('; '),
    })),
  ]
}

const fold = (title: string, content: string): string =>
  content === '' ? `<p>${title}</p>` : `<details><summary>${title}</summary>\n${content}\n</details>`

function table(fields: readonly Field[]): string {
  if (fields.length === 0) return ''
  const rows = fields.map(({ path, type, required, about }) => {
    const cells = [
      `<code>${escaped(path)}</code>`,
      `<code>${escaped(type)}</code>`,
      required ? '是 yes' : '',
      escaped(about),
    ]
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  })
  return `<table><tr><th>字段 Field</th><th>类型 Type</th><th>必填 Required</th><th>说明 About</th></tr>\n${rows.join('\n')}</table>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
