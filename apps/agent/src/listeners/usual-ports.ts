/** The ports that pages look for an agent at, in this order. */
export const usualPorts: readonly number[] = [33_910, 33_911, 33_912, 33_913, 33_914]
