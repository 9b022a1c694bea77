import ts from 'typescript'

/** A public name as a declaration file has it. */
export interface Declared {
  readonly name: string
  readonly signature: string
  readonly node: ts.Node | undefined
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts', 'lib.dom.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  customConditions: ['@nationec/source'],
  allowImportingTsExtensions: true,
  rewriteRelativeImportExtensions: false,
  resolveJsonModule: true,
  declaration: true,
  emitDeclarationOnly: true,
  // What is wrong with a type is told by the tests: here it is only written down.
  noCheck: true,
  skipLibCheck: true,
  strict: true,
  types: ['node'],
}

/**
 * What the entries export, as their declaration files would have it.
 *
 * @returns a reader for one entry
 */
export function declarationsOf(top: string, entries: readonly string[]): (entry: string) => Declared[] {
  const program = ts.createProgram([...entries], { ...OPTIONS, rootDir: top })
  const checker = program.getTypeChecker()
  const read = declarationReader(program)
  return (entry) => {
    const source = program.getSourceFile(entry)
    const module = source === undefined ? undefined : checker.getSymbolAtLocation(source)
    if (module === undefined) throw new Error(`${entry} exports nothing`)
    return checker
      .getExportsOfModule(module)
      .map((exported) => ({ exported, symbol: aliased(checker, exported) }))
      .map(({ exported, symbol }) => declared(exported.name, symbol, read))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  }
}

function aliased(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
}

type Reader = (file: ts.SourceFile) => ts.SourceFile

function declared(name: string, symbol: ts.Symbol, read: Reader): Declared {
  const files = [...new Set((symbol.declarations ?? []).map((each) => each.getSourceFile()))]
  const nodes = files.flatMap((file) => {
    const written = file.isDeclarationFile ? file : read(file)
    return written.statements.filter((statement) => namesOf(statement).includes(symbol.name))
  })
  const signature = nodes.map((node) => node.getText().replace(/^export (declare )?/, '')).join('\n')
  return { name, signature: signature === '' ? name : signature, node: nodes[0] }
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText())
  const { name } = statement as { readonly name?: ts.Node }
  return name === undefined ? [] : [name.getText()]
}

/** Each declaration file is written once. */
function declarationReader(program: ts.Program): Reader {
  const known = new Map<ts.SourceFile, ts.SourceFile>()
  return (file) => {
    const before = known.get(file)
    if (before !== undefined) return before
    let text = ''
    program.emit(
      file,
      (_, written) => {
        text = written
      },
      undefined,
      true,
    )
    const parsed = ts.createSourceFile('x.d.ts', text, ts.ScriptTarget.ES2022, true)
    known.set(file, parsed)
    return parsed
  }
}
