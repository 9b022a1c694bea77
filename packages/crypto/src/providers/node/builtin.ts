export type NodeCrypto = typeof import('node:crypto')

/**
 * The runtime's own `node:crypto`, or `undefined` in a runtime that gives no built-in modules this way: Node before 20.16
 * and 22.3, browsers. Loaded without an import, so that nobody pays for it who does not name this provider.
 */
export function nodeCrypto(): NodeCrypto | undefined {
  const { process }: { process?: Partial<Pick<NodeJS.Process, 'getBuiltinModule'>> } = globalThis
  return process?.getBuiltinModule?.('node:crypto')
}
