import { type Command, Option } from 'commander'
import { addCommand, type Finish, withJson } from '../../command-line/add-command.ts'
import { withSecret } from '../../command-line/secret-options.ts'
import type { CipherFlags } from './cipher-options.ts'
import type { ExplainSignatureFlags } from './explain-commands.ts'
import type { KeysFlags } from './keys-command.ts'
import type { SignFlags } from './sign-command.ts'
import type { StringToSignFlags } from './string-to-sign-command.ts'
import type { VerifyFlags } from './verify-command.ts'

/** SM2, SM3 and SM4 on the command line. */
export function addCrypto(program: Command, finish: Finish): void {
  const crypto = addCommand(program, 'crypto', 'SM2 and SM4: keys, signatures, encryption 国密：密钥、签名、加密')

  const keys = addCommand(crypto, 'keys', 'make an SM2 key pair 生成 SM2 密钥对')
    .requiredOption('--private-key-out <file>', 'a new file for the private key (PEM) 私钥文件（新建，PEM）')
    .option('--public-key-out <file>', 'a new file for the public key (PEM) 公钥文件（新建，PEM）')
  withJson(keys).action(async (flags: KeysFlags) => {
    const { keysCommand } = await import('./keys-command.ts')
    await keysCommand(flags)
  })

  const sign = withSignature(withPrivateKey(addCommand(crypto, 'sign', 'sign the exact bytes of a file 对文件签名')))
  withJson(withFile(sign)).action(async (flags: SignFlags) => {
    const { signCommand } = await import('./sign-command.ts')
    await signCommand(flags)
  })

  const verify = withSignature(
    withPublicKey(addCommand(crypto, 'verify', 'verify a signature; 1 if it is not right 验签')),
  ).requiredOption('--signature <text>', 'the signature 签名值')
  withJson(withFile(verify)).action(async (flags: VerifyFlags) => {
    const { verifyCommand } = await import('./verify-command.ts')
    finish(await verifyCommand(flags))
  })

  const encrypt = withForm(withCipher(withPublicKey(addCommand(crypto, 'encrypt', 'encrypt a file 加密'), 'sm2')))
  withJson(withFile(encrypt)).action(async (flags: CipherFlags) => {
    const { encryptCommand } = await import('./encrypt-command.ts')
    await encryptCommand(flags)
  })

  const decrypt = withTag(
    withForm(withCipher(withPrivateKey(addCommand(crypto, 'decrypt', 'decrypt a text 解密'), 'sm2'))),
  )
  withJson(withFile(decrypt)).action(async (flags: CipherFlags) => {
    const { decryptCommand } = await import('./decrypt-command.ts')
    await decryptCommand(flags)
  })

  addStringToSign(crypto)
  addExplain(crypto, finish)
}

/** The rules of `@nationec/crypto/json`, as words that a shell takes; it is loaded when the command runs. */
const EMPTY_REMOVALS = [
  'null-and-text',
  'null',
  'null-text-and-lists',
  'null-text-lists-and-objects',
  'what-becomes-empty',
  'what-becomes-empty-and-items',
  'first-level-null',
  'first-level-null-and-text',
  'first-level-null-text-and-lists',
  'first-level-null-text-lists-and-objects',
]

function addStringToSign(crypto: Command): void {
  const command = withSecret(
    addCommand(
      crypto,
      'string-to-sign',
      'what an envelope of the payment centre is signed over 输出中心报文的待签名文本',
    ),
    '--app-secret',
    'appSecret, for encData and --with-key 用于解密 encData 及 --with-key',
  )
    .option('--with-key', 'end with &key= and the appSecret 末尾附加 &key= 与 appSecret')
    .addOption(
      new Option('--scalars <form>', 'numbers in data 数值写法')
        .choices(['as-text', 'as-written', 'first-level-as-text'])
        .default('as-text'),
    )
    .addOption(
      new Option('--empty-removal <rule>', 'what is left out of data 去除空值的规则')
        .choices(['unknown', ...EMPTY_REMOVALS])
        .default('unknown'),
    )
  withJson(withFile(command)).action(async (flags: StringToSignFlags) => {
    const { stringToSignCommand } = await import('./string-to-sign-command.ts')
    await stringToSignCommand(flags)
  })
}

function addExplain(crypto: Command, finish: Finish): void {
  const explain = addCommand(crypto, 'explain', 'find out how a partner signed or encrypted 查明对方的签名或加密方式')

  const signature = withPublicKey(addCommand(explain, 'signature', 'how a signature was made 查明签名方式'))
    .requiredOption('--signature <text>', 'the signature, in any usual encoding 签名值')
    .option('--user-id <text>', 'a user id to try first 优先尝试的用户标识')
    .option('--other-key-file <paths...>', 'public keys that may have been mixed up with it 可能混用的其他公钥文件')
  withJson(withFile(signature)).action(async (flags: ExplainSignatureFlags) => {
    const { explainSignatureCommand } = await import('./explain-commands.ts')
    finish(await explainSignatureCommand(flags))
  })

  const ciphertext = withCipher(
    withPrivateKey(addCommand(explain, 'ciphertext', 'how a text was encrypted 查明加密方式'), 'sm2'),
  )
  withJson(withFile(withTag(withForm(ciphertext, true)))).action(async (flags: CipherFlags) => {
    const { explainCiphertextCommand } = await import('./explain-commands.ts')
    finish(await explainCiphertextCommand(flags))
  })
}

function withFile(command: Command): Command {
  return command.option('--file <path>', 'the input; - for stdin, the default 输入文件，- 表示标准输入（默认）', '-')
}

function withKeyFormat(command: Command): Command {
  const option = new Option('--key-format <name>', 'of the SM2 key SM2 密钥格式')
  return command.addOption(option.choices(['pem', 'hex', 'base64', 'jwk']).default('pem'))
}

/** An algorithm that alone needs the key; without one, the command does. */
type Only = 'sm2' | undefined

function withPrivateKey(command: Command, only?: Only): Command {
  const withKey = withSecret(command, '--private-key', `SM2 private key 私钥${oneOfTwo(only)}`)
  return withKeyFormat(
    withSecret(withKey, '--key-password', 'password of the private key, where it has one 私钥口令（如有）'),
  )
}

function withPublicKey(command: Command, only?: Only): Command {
  const option = new Option(
    '--public-key-file <path>',
    `SM2 public key 公钥文件${only === undefined ? '' : needed(only)}`,
  )
  return withKeyFormat(command.addOption(option.makeOptionMandatory(only === undefined))).option(
    '--root-file <path>',
    'the public key is a certificate (or a chain) that must end at this root 根证书：公钥文件为证书或证书链',
  )
}

const needed = (only: string): string => ` (required with 必填于 ${only})`

const oneOfTwo = (only: string | undefined): string =>
  ` (one of the two required 二者必填其一${only === undefined ? '' : `: ${only}`})`

function withEncoding(command: Command): Command {
  return command.addOption(
    new Option('--encoding <name>', 'of bytes in text 二进制数据的表示方式').choices(['hex', 'base64']).default('hex'),
  )
}

function withSignature(command: Command): Command {
  return withEncoding(command)
    .option('--user-id <text>', 'who signs; default 1234567812345678 用户标识')
    .addOption(
      new Option('--signature-format <name>', 'raw (r, s) or DER 签名格式').choices(['raw', 'der']).default('raw'),
    )
}

function withCipher(command: Command): Command {
  return withEncoding(withSecret(command, '--key', `SM4 key in hexadecimal SM4 密钥（十六进制）${oneOfTwo('sm4')}`))
    .addOption(new Option('--algorithm <name>', 'sm2 or sm4 算法').choices(['sm2', 'sm4']).makeOptionMandatory())
    .option('--iv <hex>', 'sm4 cbc: 16 bytes; made when encrypting 初始向量')
    .option('--nonce <hex>', 'sm4 gcm: 12 bytes; made when encrypting 随机数')
}

/** What must be known to encrypt and decrypt. `explain` finds it out, and takes the options of the command that failed. */
function withForm(command: Command, isFoundOut = false): Command {
  const [form, mode] = isFoundOut ? [FOUND_OUT, FOUND_OUT] : [needed('sm2'), needed('sm4')]
  return command
    .addOption(new Option('--form <name>', `order of the parts 密文排列${form}`).choices(['C1C3C2', 'C1C2C3', 'asn1']))
    .option('--without-04', 'sm2: no 04 in front of C1 C1 不带 04 前缀')
    .addOption(new Option('--mode <name>', `mode of operation 工作模式${mode}`).choices(['gcm', 'cbc', 'ecb']))
}

const FOUND_OUT = ' (found out, not read 自动查明，不读取)'

function withTag(command: Command): Command {
  return command.option('--tag <hex>', 'sm4 gcm: the tag 认证标签')
}
