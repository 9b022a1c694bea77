/**
 * The systems that the agent is delivered for.
 *
 * @typedef {object} ReleaseTarget
 * @property {string} name in the names of the archives
 * @property {string} node the package of Node's own binary, as package-lock.json names it
 * @property {string} nodeFile that binary inside the package
 * @property {string} program its name beside the bundle
 * @property {'zip' | 'tar.gz'} archive
 * @property {readonly string[]} hosts native hosts that go with it, by the names of native/build
 * @property {string | undefined} koffi for systems without a native host of ours: koffi's binary
 */

/** @type {readonly ReleaseTarget[]} */
export const releaseTargets = [
  {
    name: 'win-x64',
    node: 'node24-win-x64',
    nodeFile: 'bin/node.exe',
    program: 'node.exe',
    archive: 'zip',
    hosts: ['win32-ia32', 'win32-x64'],
    koffi: undefined,
  },
  linux('x64'),
  linux('arm64'),
]

/** @param {'x64' | 'arm64'} machine @returns {ReleaseTarget} */
function linux(machine) {
  return {
    name: `linux-${machine}`,
    node: `node24-linux-${machine}`,
    nodeFile: 'bin/node',
    program: 'node',
    archive: 'tar.gz',
    hosts: [],
    koffi: `@koromix/koffi-linux-${machine}`,
  }
}
