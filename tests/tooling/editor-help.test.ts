// @runtimes node
// @everyday none
/** What an editor shows while a body is typed: what the documents say of a field, the codes, and what is missing. */
import assert from 'node:assert/strict'
import { dirname, join } from 'node:path'
import { describe, it } from 'node:test'
import ts from 'typescript'
import { root } from '../../scripts/tools.mjs'

const FILE = join(root, 'packages/client/src/typed-by-a-user.ts')
const PROGRAM = `import { createClient } from '@nationec/client'
import { mockTransport } from '@nationec/transport-mock'

const client = createClient({ orgId: 'H0001', transport: mockTransport(() => '') })
client.uploadFees({ insutype: '310' })
client.queryCredential({ businessType: '01101' })
`

const service = ts.createLanguageService(hostOf(PROGRAM))
const at = (text: string): number => PROGRAM.indexOf(text) + text.length

describe('an editor', () => {
  it('shows name, limit, flag, table and evidence of a field', () => {
    const about = service.getQuickInfoAtPosition(FILE, PROGRAM.indexOf('insutype'))?.documentation ?? []
    assert.equal(
      ts.displayPartsToString(about),
      '险种类型; ≤ 6 characters; required; table `insutype`; single source; Length as in the core interfaces 2203/2204.',
    )
  })

  it('offers the values of table C.1', () => {
    const offered = service.getCompletionsAtPosition(FILE, at("businessType: '"), undefined)?.entries ?? []
    assert.ok(offered.length >= 15, `${offered.length} offered`)
    assert.ok(offered.some(({ name }) => name === '02121'))
  })

  it('names what is missing', () => {
    const said = service
      .getSemanticDiagnostics(FILE)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
    assert.equal(said.length, 2)
    assert.match(said[0] ?? '', /missing the following properties from type '.*FeeUploadRequest.*': psnNo, medOrgOrd/)
    assert.match(said[1] ?? '', /missing .*EcQueryRequest.*: operatorId, operatorName, officeId, officeName/)
  })
})

/** The workspace, with one more file in it that a user is typing. */
function hostOf(program: string): ts.LanguageServiceHost {
  const config = join(root, 'tsconfig.json')
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(config, ts.sys.readFile).config,
    ts.sys,
    dirname(config),
  )
  const read = (path: string): string | undefined => (path === FILE ? program : ts.sys.readFile(path))
  return {
    getCompilationSettings: () => options,
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getScriptFileNames: () => [FILE],
    getScriptSnapshot: (path) => {
      const text = read(path)
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
    },
    getScriptVersion: () => '1',
    fileExists: (path) => path === FILE || ts.sys.fileExists(path),
    readFile: read,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    realpath: ts.sys.realpath ?? ((path) => path),
  }
}
