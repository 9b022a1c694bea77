import ts from 'typescript'
import { isHandMade, textOf, trackedFiles } from './tracked-files.ts'

/** A function above this does more than one thing, and its parts cannot be tested alone. */
const MOST_LINES = 100

/** Every function that is too long, as `file:line name has n lines`: from the opening to the closing of its body. */
export function longFunctions(top: string): string[] {
  return trackedFiles(top)
    .filter((file) => /\.[cm]?[jt]sx?$/.test(file) && isHandMade(file))
    .flatMap((file) => {
      const text = textOf(top, file) ?? ''
      return text.split('\n').length > MOST_LINES ? longFunctionsOf(file, text) : []
    })
}

function longFunctionsOf(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const body = bodyOf(node)
    if (body !== undefined && !isTable(body)) {
      const [first, last] = [body.getStart(source), body.end].map(
        (position) => source.getLineAndCharacterOfPosition(position).line + 1,
      )
      const lines = (last ?? 0) - (first ?? 0) + 1
      if (lines > MOST_LINES) {
        found.push(`${file}:${first} ${nameOf(node, source)} has ${lines} lines, more than ${MOST_LINES}`)
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function bodyOf(node: ts.Node): ts.Node | undefined {
  return ts.isFunctionLike(node) && 'body' in node ? (node.body as ts.Node | undefined) : undefined
}

/** A body that only gives a literal without a function in it: a table is read, not followed. */
function isTable(body: ts.Node): boolean {
  const only = ts.isBlock(body) && body.statements.length === 1 ? body.statements[0] : undefined
  const result = only !== undefined && ts.isReturnStatement(only) ? only.expression : body
  let value = result
  while (value !== undefined && (ts.isParenthesizedExpression(value) || ts.isAsExpression(value))) {
    value = value.expression
  }
  if (value === undefined || !(ts.isObjectLiteralExpression(value) || ts.isArrayLiteralExpression(value))) return false
  const holdsFunction = (node: ts.Node): boolean =>
    bodyOf(node) !== undefined || (ts.forEachChild(node, (child) => holdsFunction(child) || undefined) ?? false)
  return !holdsFunction(value)
}

/** Its own name, or that of the variable or property that holds it. */
function nameOf(node: ts.Node, source: ts.SourceFile): string {
  for (const holder of [node, node.parent]) {
    const name = ts.getNameOfDeclaration(holder as ts.Declaration)
    if (name !== undefined) return name.getText(source)
  }
  return 'a function'
}
