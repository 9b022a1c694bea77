/** Stands in place of everything that is not shown. */
export const MASK = '***'
