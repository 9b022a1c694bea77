// @runtimes node
// @everyday none
import { after, before } from 'node:test'
import { testStore } from '@nationec/ledger/store-kit'
import { type PostgresServer, startPostgres } from '../fixtures/postgres-server.ts'
import { postgresSubject } from '../fixtures/postgres-subject.ts'

let server: PostgresServer
before(async () => {
  server = await startPostgres()
})
after(() => server.stop())

testStore('postgres', () => postgresSubject(server))
