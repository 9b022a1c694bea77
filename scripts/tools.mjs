/**
 * Where the tools of this repository are. Nothing here needs an install script: the binaries of Node 24, Bun and Deno
 * are taken straight from their platform packages.
 */
export { bun, deno, hasBunAndDeno } from './tools/bun-and-deno.mjs'
export { npm, tool } from './tools/commands.mjs'
export { plainText, toolEnvironment } from './tools/environment.mjs'
export { machineNode, runsTypeScript, toolNode } from './tools/node.mjs'
export { cacheFolder, onWindows, packageFolder, root } from './tools/places.mjs'
export { ToolMissing } from './tools/tool-missing.mjs'
