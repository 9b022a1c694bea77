/** How long `npm test` takes when nothing has been run before. */
import { run } from '../../scripts/run.mjs'
import { npm, root } from '../../scripts/tools.mjs'

const { command, args } = npm()
const { code, output, milliseconds } = await run(command, [...args, 'test', '--', '--fresh'], {
  cwd: root,
  limit: 1_800_000,
})
console.log(output.split('\n').slice(-14).join('\n'))
if (code !== 0) process.exitCode = 1
console.log(`BENCH test.wall_s ${Math.round(milliseconds / 1000)}`)
