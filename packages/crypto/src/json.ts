/**
 * JSON as it is signed: read without losing a digit, written in every form that is known.
 *
 * @module
 */
export { canonicalJson, type SignedForm } from './json/canonical-json.ts'
export { type EmptyRemoval, type EmptyRule, emptyRemovals, emptyRules } from './json/empty-rules.ts'
export { isList, isObject, JsonNumber, type JsonObject, type JsonValue } from './json/json-value.ts'
export { readJson } from './json/read-json.ts'
export { type Scalars, scalarText } from './json/write-json.ts'
