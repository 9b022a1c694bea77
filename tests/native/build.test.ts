// @runtimes node
// @everyday none
// @needs cc
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { targetNamed } from '../../native/build/targets.mjs'
import {
  buildTarget,
  CompilerMissing,
  canBuild,
  compareHashes,
  ownTarget,
  publishedHashes,
  targetNames,
} from '../../native/build.mjs'

describe('building the native parts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nationec-build-'))
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('needs nothing but the C compiler for its own system, and warns of nothing', () => {
    const { hashes } = buildTarget(ownTarget, { out: join(folder, ownTarget), extraFlags: ['-Werror'] })
    assert.equal(Object.keys(hashes).length, 2)
  })

  it('does it once', () => {
    buildTarget(ownTarget)
    assert.equal(buildTarget(ownTarget).fresh, false)
  })

  for (const target of ['win32-ia32', 'win32-x64']) {
    const skip = canBuild(target) ? false : `no compiler for ${target}`

    it(`makes the same ${target} files again in any folder, and warns of nothing`, { skip }, () => {
      const elsewhere = buildTarget(target, { out: join(folder, 'b', 'deeper'), extraFlags: ['-Werror'] })
      assert.deepEqual(elsewhere.hashes, buildTarget(target).hashes)
    })

    it(`makes the ${target} files whose hashes are published`, { skip }, (t) => {
      const verdict = compareHashes(buildTarget(target))
      if (verdict === 'other-compiler') t.diagnostic('another compiler than that of native/hashes.json')
      assert.ok(verdict === 'equal' || verdict === 'other-compiler', `${verdict}: node native/build.mjs all --publish`)
    })
  }

  it('publishes hashes for both kinds of Windows', () => {
    assert.deepEqual(Object.keys(publishedHashes()), ['win32-ia32', 'win32-x64'])
  })

  it('says in two languages what to install where a compiler is missing', () => {
    const { message } = new CompilerMissing(targetNamed('win32-ia32'))
    assert.match(message, /构建 win32-ia32 需要编译器 i686-w64-mingw32-gcc/)
    assert.match(message, /needs the compiler .* apt-get install gcc-mingw-w64-i686-win32/)
  })

  it('knows no other systems than its own and Windows', () => {
    assert.ok(targetNames.includes(ownTarget))
    assert.throws(() => buildTarget('solaris-sparc'), /没有这个构建目标[\s\S]*no target solaris-sparc/)
  })
})
