/** Extension fields travel as an object or as its JSON text. */
export type Extension = { readonly [key: string]: unknown } | string
