/** Run in node.exe: what the transport says to a library, or a host, of the other bitness. `wrong-bitness.mjs LIBRARY OTHER-LIBRARY [OTHER-HOST]` */
import { writeSync } from 'node:fs'
import { dllTransport } from '@nationec/transport-dll-ffi'

const [library = '', otherLibrary = '', otherHost] = process.argv.slice(2)

/** @param {import('@nationec/transport-dll-ffi').DllTransportOptions} options */
async function outcome(options) {
  const connection = dllTransport(options).connect()
  const answer = await connection.exchange({ text: '{}' }).catch((error) => `${error.code} ${error.delivery}`)
  await connection.close()
  return answer
}

const results = {
  inProcess: await outcome({ library: otherLibrary, isolation: 'none' }),
  koffiHost: await outcome({ library: otherLibrary, host: { kind: 'koffi' } }),
  ...(otherHost === undefined ? {} : { otherHost: await outcome({ library, host: { path: otherHost } }) }),
}
writeSync(1, JSON.stringify(results))
