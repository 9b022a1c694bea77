import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [vue()],
  build: {
    outDir: '../dist/console',
    emptyOutDir: true,
    sourcemap: true,
    // The agent's policy allows no data: scripts, and a hashed file may be kept by the browser for ever.
    assetsInlineLimit: 0,
    // Everything is served by the agent on the same computer, at once.
    chunkSizeWarningLimit: 1200,
  },
})
