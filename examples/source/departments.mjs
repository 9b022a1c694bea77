import { departments } from './catalogue.mjs'

/** Who orders an item, and who carries it out. */
export const ordering = (item) =>
  item.kind === 'herb' ? departments.chinese : /^XA10/.test(item.code) ? departments.endocrine : departments.clinic
export const fulfilling = (item) => (item.kind === 'service' ? departments[item.department] : departments.pharmacy)
