/** A tool that is not there, told in both languages. */
export class ToolMissing extends Error {}
