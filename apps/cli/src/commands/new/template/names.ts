/** What a new transport and its parts are called. */
export interface TransportNames {
  /** The medium, as it stands in errors and logs: `usb-hid`. */
  readonly medium: string
  /** The factory: `usbHidTransport`. */
  readonly factory: string
  /** The type of its settings: `UsbHidTransportOptions`. */
  readonly options: string
  /** The file of the factory, without its ending: `usb-hid-transport`. */
  readonly file: string
}

/** What `defineTransport` takes for a name; it is part of a package's name, too. */
const MEDIUM = /^[a-z][a-z0-9-]{0,39}$/

/** Names everything after the medium. `undefined` if that is no name of a medium. */
export function namesOf(medium: string): TransportNames | undefined {
  if (!MEDIUM.test(medium) || medium.endsWith('-')) return undefined
  const factory = `${medium.replace(/-+(.)/g, (_, letter: string) => letter.toUpperCase())}Transport`
  const type = factory.charAt(0).toUpperCase() + factory.slice(1)
  return { medium, factory, options: `${type}Options`, file: `${medium}-transport` }
}
