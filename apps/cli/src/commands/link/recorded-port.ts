import type { PortLike } from '@nationec/transport-serial'

/** A port that keeps a copy of everything that is written to it: one direction of the line. */
export function recordedPort(port: PortLike): { readonly port: PortLike; readonly written: () => Uint8Array } {
  const parts: Uint8Array[] = []
  return {
    written: () => Buffer.concat(parts),
    port: {
      name: port.name,
      async open(listener, signal) {
        const opened = await port.open(listener, signal)
        return {
          baud: opened.baud,
          write(bytes) {
            parts.push(bytes.slice())
            opened.write(bytes)
          },
          close: () => opened.close(),
        }
      },
    },
  }
}
