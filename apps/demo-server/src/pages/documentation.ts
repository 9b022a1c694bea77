import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { pageOf, staticFile } from './static-files.ts'

/** The documentation of the HTTP interface, with everything it needs from this machine: hospital networks are closed. */
export async function documentationPage(path: string): Promise<Response | undefined> {
  if (path === '/docs') return new Response(null, { status: 302, headers: { Location: '/docs/' } })
  if (path === '/docs/') return pageOf(PAGE)
  if (path === '/docs/start.js') return pageOf(START, 'text/javascript; charset=utf-8')
  const name = path.slice('/docs/'.length)
  return FILES.has(name) ? staticFile(swaggerFolder(), name) : undefined
}

const FILES: ReadonlySet<string> = new Set(['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'])

function swaggerFolder(): string {
  const here = typeof __filename === 'string' ? __filename : import.meta.url
  return dirname(createRequire(here).resolve('swagger-ui-dist/package.json'))
}

const PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>nationec agent: HTTP interface 接口文档</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/docs/swagger-ui.css">
<link rel="icon" href="/docs/favicon-32x32.png">
</head>
<body>
<div id="interface"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`

// The validator of Swagger would be asked over the internet.
const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#interface', validatorUrl: null, deepLinking: true })
`
