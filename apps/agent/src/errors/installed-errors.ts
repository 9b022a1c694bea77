import type { ErrorCatalogue } from '@nationec/errors'

/** What can be wrong with the agent as it is installed on a computer without Node. */
export const installedErrors = {
  AGENT_NO_RELEASE: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'This command belongs to the release archive of the agent.',
      zh: '此命令仅适用于代理程序的发布包。',
    },
    advice: {
      en: 'Unpack nationec-agent-VERSION-SYSTEM and run nationec-agent in it; what npm installed, npm updates.',
      zh: '请解压 nationec-agent-版本-系统 发布包并运行其中的 nationec-agent；通过 npm 安装的由 npm 更新。',
    },
  },
  AGENT_NOT_INSTALLED: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'No agent is installed for this user, or its files are damaged.',
      zh: '当前用户未安装代理程序，或其文件已损坏。',
    },
    advice: {
      en: 'Run nationec-agent install from the unpacked archive, as the user who works at this till.',
      zh: '请以该收款台的用户身份，在解压后的文件夹中运行 nationec-agent install。',
    },
  },
  AGENT_RELEASE_DAMAGED: {
    layer: 'host',
    delivery: 'not-sent',
    summary: {
      en: 'The release is not as it was made: a file is missing or differs.',
      zh: '发布包与原始内容不符：有文件缺失或被改动。',
    },
    advice: {
      en: 'Unpack the archive anew, whole; look whether a virus scanner took something away. What is installed goes on.',
      zh: '请重新完整解压；并检查是否被杀毒软件删除。已安装的版本不受影响。',
    },
  },
  AGENT_RELEASE_UNREACHABLE: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The archive of the release cannot be fetched.', zh: '无法获取发布包。' },
    advice: {
      en: 'Look whether this machine reaches the place, and whether the archive lies beside release.json.',
      zh: '请确认本机可访问该位置，且发布包与 release.json 在同一处。',
    },
  },
  AGENT_KEY_PINNED: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'Another key for updates is pinned at this computer.', zh: '本机已固定使用另一更新密钥。' },
    advice: {
      en: 'Uninstall first, if the key was changed on purpose. The ledger stays.',
      zh: '如确需更换密钥，请先卸载再安装；账本保留。',
    },
  },
  AGENT_SETTINGS_UNREADABLE: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The file of settings is missing or cannot be read.', zh: '缺少设置文件，或无法读取。' },
    advice: { en: 'Name a file or an address with --settings.', zh: '请用 --settings 指定文件或地址。' },
  },
  AGENT_AUTOSTART_REFUSED: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The start at logon could not be set up.', zh: '无法设置登录时启动。' },
    advice: {
      en: 'Look whether a policy of this computer forbids it; nothing else is missing.',
      zh: '请检查本机策略是否禁止；其余步骤已完成。',
    },
  },
  AGENT_NOT_STARTED: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The agent is installed and did not start.', zh: '代理程序已安装，但未能启动。' },
    advice: { en: 'The log named above has the reason.', zh: '原因见上述日志。' },
  },
  AGENT_STILL_RUNS: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The agent has not ended: work is still in hand.', zh: '代理程序尚未结束：仍有业务在处理。' },
    advice: {
      en: 'Wait for the terminal, then try again; nothing was removed.',
      zh: '请待终端完成后重试；尚未删除任何文件。',
    },
  },
  AGENT_UPDATE_NO_PLACE: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'It is not known where updates are, or no key is pinned.',
      zh: '未设置更新位置，或未固定更新密钥。',
    },
    advice: {
      en: 'Install with --key FILE and --update-from PLACE, or name the place with --from.',
      zh: '请在安装时使用 --key 文件 与 --update-from 位置，或用 --from 指定位置。',
    },
  },
  AGENT_NOTHING_BEFORE: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'There is no version before this one to go back to.', zh: '没有可回退的上一版本。' },
    advice: { en: 'Install the wanted version from its archive.', zh: '请用所需版本的发布包安装。' },
  },
} as const satisfies ErrorCatalogue
