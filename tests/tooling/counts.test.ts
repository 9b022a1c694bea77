// @runtimes node
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { countsOfBun, countsOfDeno, countsOfNode, judge } from '../../scripts/test/counts.mjs'

describe('the counts of Node', () => {
  it('come from the last line of our reporter', () => {
    const output = 'a test printed this\ncounts {"tests":6,"pass":2,"fail":1,"cancelled":1,"skipped":1,"todo":1}\n'
    assert.deepEqual(countsOfNode(output), { passed: 2, failed: 2, skipped: 2 })
  })

  it('are unknown when the runner did not get that far', () => assert.equal(countsOfNode('SyntaxError'), undefined))
})

describe('the counts of Bun', () => {
  it('come from its closing lines, a file that did not load among the failures', () => {
    const output =
      '\na.test.ts:\n(pass) 7 pass\n\n 5 pass\n 2 skip\n 1 todo\n 2 fail\n 1 error\nRan 10 tests across 3 files. [51.00ms]\n'
    assert.deepEqual(countsOfBun(output), { passed: 5, failed: 2, skipped: 3 })
  })

  it('are unknown without closing lines', () => assert.equal(countsOfBun('panic'), undefined))
})

describe('the counts of Deno', () => {
  const report = `<testsuites name="deno test" tests="7" failures="2" errors="0" time="0.3">
    <testsuite name="./x.test.ts" tests="3" disabled="1" errors="0" failures="1">
        <testcase name="alone" classname="./x.test.ts" time="0.001" line="3" col="1">
        </testcase>
        <testcase name="skipped one" classname="./x.test.ts" time="0.000" line="4" col="1">
            <skipped/>
        </testcase>
        <testcase name="suite" classname="./x.test.ts" time="0.008" line="7" col="1">
            <failure message="1 test step failed">1 test step failed.</failure>
        </testcase>
    </testsuite>
    <testsuite name="ext:deno_node/testing.ts" tests="4" disabled="0" errors="0" failures="1">
        <testcase name="suite &gt; good" classname="x" time="0.000" line="1" col="1">
        </testcase>
        <testcase name="suite &gt; bad" classname="x" time="0.002" line="1" col="1">
            <failure message="no">no</failure>
        </testcase>
        <testcase name="suite &gt; inner" classname="x" time="0.001" line="1" col="1">
        </testcase>
        <testcase name="suite &gt; inner &gt; deep" classname="x" time="0.000" line="1" col="1">
        </testcase>
    </testsuite>
</testsuites>`

  it('are those of the tests, not of the suites around them', () => {
    assert.deepEqual(countsOfDeno(report), { passed: 3, failed: 1, skipped: 1 })
  })

  it('are unknown without a report', () => assert.equal(countsOfDeno(''), undefined))
})

describe('the judgement', () => {
  const good = { passed: 3, failed: 0, skipped: 0 }

  it('takes the counts of a run that ended well', () => assert.deepEqual(judge(0, good), good))

  it('counts a failure when the run ended badly and no test failed', () => {
    assert.deepEqual(judge(1, good), { passed: 3, failed: 1, skipped: 0 })
  })

  it('counts a failure when a run tells of no test', () => {
    assert.equal(judge(0, undefined).failed, 1)
    assert.equal(judge(0, { passed: 0, failed: 0, skipped: 0 }).failed, 1)
  })
})
