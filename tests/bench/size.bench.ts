/** What a page or a program carries for one import, in KB of 1000 bytes: minified, not compressed. */
import { report } from '../../scripts/bench-kit.ts'
import { build } from '../../scripts/setup/build.mjs'
import { LIMITS, sizeOf } from '../../scripts/size/measure.mjs'

await build()
for (const entry of LIMITS) report(`size.${entry.name}_kb`, await sizeOf(entry))
