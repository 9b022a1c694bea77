import { packageBuild } from '../../tsup.base.ts'

// The way over node:http is loaded when the first request is sent; a push receiver needs none of it.
export default packageBuild({ index: 'src/index.ts' }, { external: [/^node:/] })
