import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { gzipSync } from 'node:zlib'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin, type ProxyOptions } from 'vite'
import { trimSourceMaps } from '../../scripts/package/source-maps.mjs'
import { thirdPartyNotices } from '../../scripts/package/third-party-notices.mjs'

/** The maps are packed with the agent, where no source of the console lies: they keep the text of each. */
const packageFolder = resolve(import.meta.dirname, '..')

/** The agent behind `npm run dev:console`; a build needs none. */
const agent = process.env['NATIONEC_AGENT']

/** To the agent the page looks like the agent's own console, and no other page does. */
function toAgent(target: string): ProxyOptions {
  return {
    target,
    changeOrigin: true,
    configure: (proxy) => {
      proxy.on('proxyReq', (forwarded, request) => {
        if (request.headers.origin === `http://${request.headers.host}`) forwarded.setHeader('Origin', target)
      })
    },
  }
}

/** The libraries' licences ask that every copy of their code comes with their texts. */
const notices: Plugin = {
  name: 'third-party-notices',
  generateBundle(_, bundle) {
    const files = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []))
    this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-NOTICES.txt', source: thirdPartyNotices(files) })
  },
}

const maps: Plugin = {
  name: 'trim-source-maps',
  writeBundle({ dir = '' }, bundle) {
    const files = Object.keys(bundle).filter((file) => file.endsWith('.map'))
    trimSourceMaps(
      files.map((file) => join(dir, file)),
      packageFolder,
    )
  },
}

/** The agent gives the compressed file to every browser that takes it: nothing is compressed while a cashier waits. */
const compressed: Plugin = {
  name: 'compressed',
  writeBundle({ dir = '' }, bundle) {
    for (const name of Object.keys(bundle).filter((file) => /\.(js|css|html)$/.test(file))) {
      const file = join(dir, name)
      writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }))
    }
  },
}

export default defineConfig({
  root: import.meta.dirname,
  // The page of a till lies below its address, /tills/T1/.
  base: './',
  plugins: [vue(), notices, maps, compressed],
  server: {
    host: '127.0.0.1',
    ...(agent !== undefined && {
      proxy: { '^/(v1|docs|sdk|livez|readyz|metrics|openapi\\.json)(/|\\?|$)': toAgent(new URL(agent).origin) },
    }),
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: true,
    // The agent's policy allows no data: scripts, and a hashed file may be kept by the browser for ever.
    assetsInlineLimit: 0,
    // Everything is served by the agent on the same computer, at once.
    chunkSizeWarningLimit: 1200,
  },
})
