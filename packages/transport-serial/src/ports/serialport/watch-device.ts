import { realpath, stat } from 'node:fs/promises'

/** Half a second: until it is noticed, the library reads the end of the device over and over. */
const PERIOD = 500

/**
 * Tells when a device is no longer where it was. The library itself does not notice a pulled adapter on Linux: a read then
 * gives nothing, and it reads again at once, for ever (serialport/bindings-cpp#162).
 *
 * @returns the way to stop
 */
export async function watchDevice(path: string, onGone: () => void): Promise<() => void> {
  const device = await realpath(path).catch(() => path)
  const before = await identity(device)
  const timer = setInterval(async () => {
    if ((await identity(device)) === before && before !== undefined) return
    clearInterval(timer)
    onGone()
  }, PERIOD)
  return () => clearInterval(timer)
}

async function identity(device: string): Promise<string | undefined> {
  return stat(device).then(
    ({ rdev, ino }) => `${rdev}:${ino}`,
    () => undefined,
  )
}
