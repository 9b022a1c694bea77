import { browserPolicyPage, policyRegistryFile } from './browser-policy.ts'
import { pageOf, staticFile } from './static-files.ts'

export interface PagesOptions {
  /** Where the built web console lies; without it a plain page stands at `/`. */
  readonly consoleFolder: string | undefined
  /** Where the built documents lie; without them `/docs/` is the documentation of the HTTP interface. */
  readonly docsFolder: string | undefined
  /** Where the scripts for old pages lie. */
  readonly sdkFolder: string | undefined
  readonly origins: readonly string[]
  /** The tills below this address. */
  readonly tills: readonly string[]
  /** The documentation of the HTTP interface. */
  readonly interfacePage: () => string
}

/** Gives the page or file at a path, or `undefined`. */
export type Pages = (path: string, accept: string, encodings?: string) => Promise<Response | undefined>

export function createPages(options: PagesOptions): Pages {
  const { consoleFolder, docsFolder, sdkFolder, origins, tills, interfacePage } = options
  let documentation: string | undefined
  return async (path, accept, encodings) => {
    if (path === '/docs/browser-policy') return browserPolicyPage(origins)
    if (path === '/docs/browser-policy.reg') {
      return new Response(policyRegistryFile(origins), {
        headers: {
          'Content-Type': 'text/plain; charset=utf-8',
          'Content-Disposition': 'attachment; filename="nationec-agent.reg"',
        },
      })
    }
    // Everything of a till's page is below its address: without the slash the browser would look beside it.
    if (tills.some((name) => path === `/tills/${name}`)) return redirect(`${path}/`)
    if (path === '/docs') return redirect('docs/')
    if (path === '/docs/interface' || (path === '/docs/' && docsFolder === undefined)) {
      documentation ??= interfacePage()
      return pageOf(documentation)
    }
    if (path.startsWith('/docs/')) {
      const place = path === '/docs/' ? '/index.html' : path.slice(5)
      return docsFolder === undefined ? undefined : await staticFile(docsFolder, place, encodings)
    }
    if (path.startsWith('/v1/') || path === '/v1') return undefined
    if (path.startsWith('/sdk/')) return sdkFolder === undefined ? undefined : sdkFile(sdkFolder, path.slice(5))
    const file = consoleFolder === undefined ? undefined : await staticFile(consoleFolder, path, encodings)
    if (file !== undefined) return file
    // A path of the console's own that was reloaded; a file that is missing is missing.
    if (!accept.includes('text/html') && path !== '/') return undefined
    const index = consoleFolder === undefined ? undefined : await staticFile(consoleFolder, '/index.html', encodings)
    if (index !== undefined) return index
    return path === '/' ? pageOf(plainPage(tills)) : undefined
  }
}

/** Old pages load this script from another origin: that is what it is for. */
async function sdkFile(folder: string, path: string): Promise<Response | undefined> {
  const file = await staticFile(folder, path)
  file?.headers.set('Cross-Origin-Resource-Policy', 'cross-origin')
  return file
}

const redirect = (location: string): Response => new Response(null, { status: 302, headers: { Location: location } })

const plainPage = (tills: readonly string[]): string => `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>nationec agent 医保终端本地代理</title><meta name="viewport" content="width=device-width"></head>
<body>
<h1>nationec agent 医保终端本地代理</h1>
<p>代理程序正在运行。The agent is running.</p>
<ul>
${tills.map((name) => `<li><a href="/tills/${name}/">${name}</a></li>\n`).join('')}<li><a href="/docs/interface">HTTP interface 接口文档</a></li>
<li><a href="/docs/browser-policy">Browser policy 浏览器策略</a></li>
</ul>
</body>
</html>
`
