import { testStore } from '@nationec/ledger/store-kit'
import { folderSubject, givenSubject } from '../fixtures/sqlite-subject.ts'

testStore('sqlite in a folder', folderSubject, {
  skip: { 'durability tells what is set now': 'its connection cannot be reached from outside' },
})

const inFolder = 'as in a folder, which is tested above'
testStore('sqlite in a given database', givenSubject, {
  skip: {
    'what was committed is there after a sudden end': inFolder,
    'no answer lies at rest in clear': inFolder,
    'tells damage: row-changed': inFolder,
    'tells damage: row-removed': inFolder,
    'tells damage: event-changed': inFolder,
    'tells damage: event-removed': inFolder,
    'tells damage: events-swapped': inFolder,
  },
})
