export type NodeCrypto = typeof import('node:crypto')

/**
 * The runtime's own `node:crypto`, or `undefined` in a runtime that gives no built-in modules this way: Node before 20.16
 * and 22.3, browsers. Loaded without an import, so that only users of this provider pay for it.
 */
function nodeCrypto(): NodeCrypto | undefined {
  const { process }: { process?: Partial<Pick<NodeJS.Process, 'getBuiltinModule'>> } = globalThis
  return process?.getBuiltinModule?.('node:crypto')
}

/** A part of OpenSSL, made when it is first asked for: what it really has is found by the known answers. */
export function fromNode<Engine>(create: (crypto: NodeCrypto) => Engine): () => Engine | undefined {
  let made: Engine | undefined
  return () => {
    const crypto = nodeCrypto()
    if (crypto !== undefined) made ??= create(crypto)
    return made
  }
}
