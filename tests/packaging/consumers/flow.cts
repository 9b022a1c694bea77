// The same declarations, read as CommonJS.
import client = require('@nationec/client')
import errors = require('@nationec/errors')
import simulator = require('@nationec/simulator')
import transportMock = require('@nationec/transport-mock')

const transport = transportMock.mockTransport(simulator.createSimulator({ seed: 7 }).handle)
export const made: client.Client = client.createClient({ orgId: 'H33010200001', transport })
export const isOurs: (value: unknown) => boolean = errors.isNationEcError
