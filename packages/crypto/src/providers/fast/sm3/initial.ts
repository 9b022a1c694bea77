/** Sets the state to the one before the first block: the initial value of GB/T 32905, section 4.1. */
export function initialise(state: Int32Array): Int32Array {
  state[0] = 0x7380166f
  state[1] = 0x4914b2b9
  state[2] = 0x172442d7
  state[3] = 0xda8a0600
  state[4] = 0xa96f30bc
  state[5] = 0x163138aa
  state[6] = 0xe38dee4d
  state[7] = 0xb0fb0e4e
  return state
}
