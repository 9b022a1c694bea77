import { execFile } from 'node:child_process'

export interface RegistryValue {
  readonly name: string
  readonly value: string
}

/** The values below a key of the Windows registry; empty where there is none, or no Windows. */
export function queryRegistry(key: string): Promise<readonly RegistryValue[]> {
  return new Promise((resolve) => {
    execFile('reg', ['query', key], { windowsHide: true, timeout: 5_000 }, (error, stdout) => {
      resolve(error === null ? parseRegistry(String(stdout)) : [])
    })
  })
}

/** What `reg query` prints: a name, a type and a value to a line, in columns of four spaces. */
export function parseRegistry(text: string): RegistryValue[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, name = '', value = ''] = /^ {4}(.+?) {4}REG_[A-Z_]+ {4}(.*)$/.exec(line) ?? []
    return name === '' ? [] : [{ name, value }]
  })
}
