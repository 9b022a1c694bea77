/**
 * Builds the native parts: `nationec-host` and the stand-in NationECCode library. Plain Node 20 or newer, no dependency.
 *
 *     node native/build.mjs                        for this machine (needs nothing but cc)
 *     node native/build.mjs win32-ia32 win32-x64   for Windows, by mingw-w64
 *     node native/build.mjs all                    everything that can be built from this system
 *     node native/build.mjs win32-x64 --publish    writes the hashes of the Windows files to native/hashes.json
 *
 * Results are in `native/dist/<target>/`. Windows files are compared with `native/hashes.json`: the same compiler makes
 * the same bytes.
 */
import { pathToFileURL } from 'node:url'
import { buildTarget } from './build/build-target.mjs'
import { compareHashes, publishHashes } from './build/hashes.mjs'
import { ownTarget, targetNames } from './build/targets.mjs'

export { buildTarget } from './build/build-target.mjs'
export { CompilerMissing, canBuild } from './build/compilers.mjs'
export { compareHashes, publishedHashes } from './build/hashes.mjs'
export { NO_32_BITS, runs32, unableToRun } from './build/runs.mjs'
export { ownTarget, targetNames } from './build/targets.mjs'

const SAID = {
  equal: '与公布的哈希一致 / as published',
  different: '与公布的哈希不同！/ NOT as published (--publish writes them anew)',
  'other-compiler': '编译器版本不同，无法比较 / another compiler than the published files, nothing to compare',
  'not-published': '尚未公布哈希 / no hash published',
}

/** @param {readonly string[]} words @returns {number} the exit code */
function main(words) {
  const publish = words.includes('--publish')
  const asked = words.filter((word) => !word.startsWith('--'))
  const names = asked.length === 0 ? [ownTarget] : asked.includes('all') ? targetNames : asked
  let code = 0
  for (const name of names) {
    try {
      const built = buildTarget(name)
      console.log(`${name}  ${built.fresh ? 'built' : 'up to date'}  ${built.compiler}`)
      for (const [file, hash] of Object.entries(built.hashes)) console.log(`  ${hash}  ${file}`)
      if (!name.startsWith('win32')) continue
      if (publish) publishHashes(built)
      const verdict = compareHashes(built)
      console.log(`  ${SAID[verdict]}`)
      if (verdict === 'different') code = 1
    } catch (error) {
      console.error(error instanceof Error ? error.message : error)
      code = 1
    }
  }
  return code
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = main(process.argv.slice(2))
}
