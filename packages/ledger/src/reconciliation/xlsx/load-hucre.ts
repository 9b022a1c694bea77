import { LedgerError } from '../../errors/ledger-error.ts'

/** A cell as the package reads and writes it. Dates are the wall clock of the sheet, as UTC. */
export type SheetCell = string | number | boolean | Date | null

/** The part of `hucre/xlsx` that is used. */
export interface XlsxModule {
  readXlsx(file: Uint8Array): Promise<{ readonly sheets: readonly Sheet[] }>
  writeXlsx(workbook: { readonly sheets: readonly WrittenSheet[] }): Promise<Uint8Array>
}

export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly SheetCell[])[]
  readonly hidden?: boolean
  readonly veryHidden?: boolean
}

export interface CellStyle {
  readonly font?: { readonly bold?: boolean; readonly size?: number }
  readonly fill?: {
    readonly type: 'pattern'
    readonly pattern: 'solid'
    readonly fgColor: { readonly rgb: string }
  }
  readonly alignment?: { readonly wrapText?: boolean; readonly vertical?: 'top' }
  readonly numFmt?: string
}

export interface WrittenSheet {
  readonly name: string
  readonly columns: readonly { readonly width: number; readonly style?: CellStyle }[]
  readonly rows: readonly (readonly SheetCell[])[]
  readonly cells?: ReadonlyMap<string, { readonly style: CellStyle }>
  readonly freezePane?: { readonly rows: number }
  readonly pageSetup: {
    readonly paperSize: 'a4'
    readonly orientation: 'landscape'
    readonly fitToPage: true
    readonly fitToWidth: 1
    readonly fitToHeight: 0
  }
}

/**
 * Loads the package when a workbook is first read or written.
 *
 * @param name another name is for tests
 * @throws `XLSX_LIBRARY_MISSING` with the command that installs it
 */
export async function loadHucre(name = 'hucre/xlsx'): Promise<XlsxModule> {
  try {
    return await importAtRunTime(name)
  } catch (cause) {
    throw new LedgerError('XLSX_LIBRARY_MISSING', { cause })
  }
}

/** Not in a bundle: a bundler would warn where the package is not installed. */
function importAtRunTime(name: string) {
  return import(/* webpackIgnore: true */ /* @vite-ignore */ name)
}
