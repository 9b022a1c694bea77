import type { TransportNames } from './names.ts'

/** @param test how the author runs the conformance kit, as a shell command */
export function readmeOf(packageName: string, { medium, factory }: TransportNames, test: string): string {
  return `# ${packageName}

A transport of [nationec](https://github.com/nationec/nationec) over ${medium}.

<!-- not run: needs a far end -->
\`\`\`ts
import { ${factory} } from '${packageName}'

const transport = ${factory}({ address: 'where the far end is' })
await using connection = transport.connect()
console.log(await connection.exchange({ text: '{"transType":"ec.query"}' }))
\`\`\`

The rules of a transport stand in
[Write your own transport](https://github.com/nationec/nationec/blob/main/docs/writing-a-transport.md). \`${test}\` runs the
conformance kit: every title must pass, or be skipped with a reason.
`
}
