import { memoryStore } from '@nationec/ledger'
import { testStore } from '@nationec/ledger/store-kit'

const rest = 'nothing lies at rest'
const skip = {
  'what was committed is there after a sudden end': rest,
  'durability tells what is set now': rest,
  'no answer lies at rest in clear': rest,
  'tells damage: row-changed': rest,
  'tells damage: row-removed': rest,
  'tells damage: event-changed': rest,
  'tells damage: event-removed': rest,
  'tells damage: events-swapped': rest,
}

testStore('memory', makeSubject, { skip })

function makeSubject() {
  return { store: memoryStore, dispose: () => {} }
}
