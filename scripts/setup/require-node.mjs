/**
 * Imported before anything else: stops with a readable sentence on a Node too old to run the rest.
 */
const major = Number(process.versions.node.split('.')[0])

if (major < 20) {
  console.error(
    `nationec needs Node 20 or newer; this is Node ${process.versions.node}.\n` +
      `nationec 需要 Node 20 或更新版本，当前为 Node ${process.versions.node}。`,
  )
  process.exit(1)
}
