import { run } from '../run.mjs'
import { npm, root } from '../tools.mjs'
import { beginInstall, endInstall } from './installed.mjs'
import { SetupError } from './setup-error.mjs'

/** Installs exactly the lock file. Install scripts stay off, against npm's default too: the tools need none. */
export async function install() {
  const { command, args } = npm()
  beginInstall()
  const { code, output } = await run(
    command,
    [...args, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier'],
    // Some 250 MB: a slow line may take its time.
    { cwd: root, limit: 45 * 60_000 },
  )
  if (code !== 0) throw new SetupError(...explain(output), output)
  endInstall()
}

const NETWORK =
  /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|EIDLETIMEOUT|ERR_SOCKET_TIMEOUT|network|CERT_|SELF_SIGNED/

/**
 * @param {string} output
 * @returns {[en: string, zh: string]}
 */
function explain(output) {
  if (NETWORK.test(output)) {
    return [
      'npm could not reach its registry. Check the network and the proxy (npm config get registry), then run the command again.',
      'npm 无法连接软件源。请检查网络与代理（npm config get registry），必要时改用镜像源，然后重新执行。',
    ]
  }
  if (/EUSAGE/.test(output)) {
    return [
      'package-lock.json does not fit the package.json files. Run npm install and commit the lock file.',
      'package-lock.json 与各 package.json 不一致。请执行 npm install 并提交锁文件。',
    ]
  }
  return ['npm ci failed.', 'npm ci 执行失败。']
}
