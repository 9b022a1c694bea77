import process from 'node:process'
import { cliError } from '../errors/cli-error.ts'
import { tell, tellPart } from '../output/say.ts'

const ENTER = '\r\n'
const ERASE = '\u0008\u007f'
/** Ctrl+C and Ctrl+D, which raw input hands on as letters. */
const END = '\u0003\u0004'

/** Whether a person can be asked. */
export const canAsk = (): boolean => process.stdin.isTTY === true

/**
 * Asks a person at the terminal for one line that is not shown while it is typed.
 *
 * @throws `INPUT_MISSING` after Ctrl+C or Ctrl+D
 */
export async function askHidden(question: string): Promise<string> {
  const { stdin } = process
  tellPart(`${question} `)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  let typed = ''
  let take: (part: string) => void = () => {}
  try {
    return await new Promise<string>((resolve, reject) => {
      take = (part) => {
        for (const letter of part) {
          if (END.includes(letter)) return reject(cliError('INPUT_MISSING'))
          if (ENTER.includes(letter)) return resolve(typed)
          typed = ERASE.includes(letter) ? typed.slice(0, -1) : typed + letter
        }
      }
      stdin.on('data', take)
      stdin.resume()
    })
  } finally {
    stdin.removeListener('data', take)
    stdin.pause()
    stdin.setRawMode(false)
    tell('')
  }
}
