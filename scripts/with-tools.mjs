/** `node scripts/with-tools.mjs TOOL ARGS…`: runs a tool of the repository, or any program with our tools first on its path. */
import './setup/require-node.mjs'
import { runHere } from './run.mjs'
import { ToolMissing, tool, toolEnvironment } from './tools.mjs'

const [name, ...rest] = process.argv.slice(2)
if (name === undefined) {
  console.error('usage: node scripts/with-tools.mjs TOOL ARGS…')
  process.exit(2)
}

try {
  const { command, args } = tool(name)
  process.exitCode = await runHere(command, [...args, ...rest], { env: toolEnvironment() })
} catch (error) {
  if (!(error instanceof ToolMissing)) throw error
  console.error(error.message)
  process.exitCode = 1
}
