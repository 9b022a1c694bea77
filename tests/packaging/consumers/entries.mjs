// Loads every entry that is named on the command line, by import and by require: both must give the same names.
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

for (const entry of process.argv.slice(2)) {
  const [imported, required] = [await import(entry), require(entry)].map((exported) => Object.keys(exported).sort())
  if (imported.length === 0) throw new Error(`${entry} exports nothing`)
  if (imported.join() !== required.join()) throw new Error(`${entry}: import ${imported}, require ${required}`)
  console.log(`${entry}: ${imported.length}`)
}
