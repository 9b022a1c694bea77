// Sends one text through the library that is named on the command line; the stand-in answers it in mode "mirror".
import { dllTransport } from '@nationec/transport-dll-ffi'

const connection = dllTransport({ library: process.argv[2] }).connect()
const text = '{"orgId":"H33010200001","transType":"ec.query","data":{}}'
try {
  const answer = await connection.exchange({ text, url: 'http://example.com/' })
  if (answer !== text) throw new Error(`the library answered ${answer}`)
  console.log('the library answered')
} finally {
  await connection.close()
}
