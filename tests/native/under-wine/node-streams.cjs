/**
 * Preloaded into a `node.exe` under wine whose standard streams are Unix pipes: opening them as Windows pipes fails there
 * (EBADF), and koffi looks at `process.stderr` when it is loaded. Plain reads and writes of the same numbers work.
 */
const { readSync, writeSync } = require('node:fs')
const { Readable, Writable } = require('node:stream')

replaceIfBroken('stdin', () => new Readable({ read: readOnce }))
replaceIfBroken('stdout', () => writer(1))
replaceIfBroken('stderr', () => writer(2))

/** @param {'stdin' | 'stdout' | 'stderr'} name @param {() => Readable | Writable} make */
function replaceIfBroken(name, make) {
  try {
    void process[name]
  } catch {
    const stream = make()
    Object.defineProperty(process, name, { configurable: true, get: () => stream })
  }
}

/** @param {number} number */
function writer(number) {
  return new Writable({
    write(bytes, _, done) {
      for (let rest = bytes; rest.length > 0; ) rest = rest.subarray(writeSync(number, rest))
      done()
    },
  })
}

/** @this {Readable} */
function readOnce() {
  const room = Buffer.alloc(65_536)
  const count = readSync(0, room)
  this.push(count === 0 ? null : room.subarray(0, count))
}
