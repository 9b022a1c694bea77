/**
 * What became of the request: the first fact a caller needs when money moves.
 *
 * - `not-sent`: it never left. Sending it again is safe.
 * - `unknown`: it left, and the answer did not come or could not be read. Query the order; never repeat the request.
 * - `answered`: an answer came and was judged. Read it.
 */
export type Delivery = 'not-sent' | 'unknown' | 'answered'

/**
 * Where a failure arose, from the caller inwards.
 *
 * - `client`: the caller's own input or configuration
 * - `protocol`: the envelope or a message (chapter 2 of the specification)
 * - `business`: the terminal or the payment centre refused (`code` other than 0)
 * - `transport`: the way to the terminal
 * - `library`: `NationECCode.dll` returned something other than `0000` (chapter 3)
 * - `host`: the process that hosts the library
 * - `simulator`: a fault that was switched on in the simulator
 */
export type Layer = 'client' | 'protocol' | 'business' | 'transport' | 'library' | 'host' | 'simulator'
