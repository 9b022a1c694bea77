/**
 * The settings that one program has for itself. A configuration file serves all of them, so each skips the other's
 * names and still refuses a name that none has.
 */
export const programSettings = {
  agent: [
    'port',
    'host',
    'allowRemote',
    'origins',
    'hosts',
    'noSignOn',
    'refundLimit',
    'data',
    'pairingDays',
    'keepDays',
    'stopWithin',
    'logLevel',
    'logFile',
    'logSize',
    'logCount',
    'metricsTokenFile',
    'central',
    'centralKey',
    'centre',
    'fleet',
    'webhooks',
    'tills',
  ],
  cli: ['charset', 'ledger'],
} as const satisfies Readonly<Record<string, readonly string[]>>
