import type { ErrorCatalogue } from '@nationec/errors'

/** What can be wrong with a signed document: settings or a release of the hospital's own server. */
export const documentErrors = {
  DOCUMENT_UNREACHABLE: {
    layer: 'host',
    delivery: 'not-sent',
    summary: {
      en: 'The signed document or its signature cannot be read from its folder or address.',
      zh: '无法从文件夹或地址读取签名文件或其签名。',
    },
    advice: {
      en: 'Look whether this machine reaches the place, and whether NAME and NAME.sig lie there.',
      zh: '请确认本机可访问该位置，且其中有该文件与同名的 .sig 文件。',
    },
  },
  DOCUMENT_INVALID: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The text is no signed document of the kind that is wanted.', zh: '内容不是所需类型的签名文件。' },
    advice: {
      en: 'Make it with `nationec-agent sign`; members: kind, sequence, issuedAt, expiresAt, content.',
      zh: '请用 nationec-agent sign 生成；成员为 kind、sequence、issuedAt、expiresAt、content。',
    },
  },
  DOCUMENT_UNSIGNED: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'The document is not signed by the key that is trusted here, or was changed since.',
      zh: '该文件不是由本机信任的密钥签名，或签名后被改动。',
    },
    advice: {
      en: 'Sign it again with the private key that belongs to the public key at this machine. Nothing of it was used.',
      zh: '请用与本机公钥对应的私钥重新签名。其内容未被采用。',
    },
  },
  DOCUMENT_EXPIRED: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'The document does not hold now: it has expired, or was issued in the future.',
      zh: '该文件当前无效：已过期，或签发时间在将来。',
    },
    advice: { en: 'Sign it anew, and look at the clock of this machine.', zh: '请重新签发，并检查本机时钟。' },
  },
  DOCUMENT_OLDER: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'A newer document was taken here before, or another one with the same number.',
      zh: '本机已采用更新的文件，或编号相同而内容不同的文件。',
    },
    advice: {
      en: 'Sign it with a higher `sequence`. Is it not yours, look who can write at that place.',
      zh: '请以更大的 sequence 重新签发；如非本院签发，请核查何人可写入该位置。',
    },
  },
  SETTINGS_NEWER: {
    layer: 'client',
    delivery: 'not-sent',
    summary: {
      en: 'The central settings have changed since the agent started.',
      zh: '统一配置在代理程序启动后已更新。',
    },
    advice: { en: 'Restart the agent when no sale is open.', zh: '请在没有未完成的收费时重新启动代理程序。' },
  },
  DOCUMENT_KEY_INVALID: {
    layer: 'client',
    delivery: 'not-sent',
    summary: { en: 'The key is no SM2 or Ed25519 key in PEM.', zh: '密钥不是 PEM 格式的 SM2 或 Ed25519 密钥。' },
    advice: {
      en: '`nationec keys --folder FOLDER` makes signing.private.pem and signing.public.pem.',
      zh: 'nationec keys --folder 文件夹 可生成 signing.private.pem 与 signing.public.pem。',
    },
  },
  DOCUMENT_UNWRITTEN: {
    layer: 'host',
    delivery: 'not-sent',
    summary: { en: 'The signed document could not be written.', zh: '签名文件无法写入。' },
    advice: { en: 'Name a folder that this user may write with --out.', zh: '请用 --out 指定当前用户可写的文件夹。' },
  },
  DOCUMENT_MARK_UNUSABLE: {
    layer: 'host',
    delivery: 'not-sent',
    summary: {
      en: 'What tells which signed document was taken last cannot be read or written.',
      zh: '记录最近采用的签名文件的数据无法读写。',
    },
    advice: {
      en: 'Look at the disk. When the document that is served now is the right one, remove the file.',
      zh: '请检查磁盘；确认当前发布的文件无误后，可删除该数据文件。',
    },
  },
} as const satisfies ErrorCatalogue
