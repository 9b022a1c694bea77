import type { DayFile, ReconciliationRow } from '@nationec/ledger'
import { type CsvOptions, DayFileError, readCsv, readXlsx, type XlsxOptions } from '@nationec/ledger/reconciliation'
import { z } from 'zod'
import { cliError } from '../../errors/cli-error.ts'
import { about, readBytes } from '../../input/read-bytes.ts'
import { readJsonObject } from '../../input/read-json.ts'
import type { DayFlags } from './day-options.ts'

const columnName = z.union([z.string().min(1), z.int().min(1), z.array(z.string().min(1)).min(1)])
const field = z.enum([
  ...(['medOrgOrd', 'payOrdId', 'appRefdSn', 'refdSn', 'ledgerNo', 'kind', 'time'] as const),
  ...(['total', 'fund', 'account', 'cash', 'status'] as const),
])

/** How a file is read: what `--centre-map` and `--institution-map` name. */
const mapSchema = z.strictObject({
  columns: z.partialRecord(field, columnName).optional(),
  headerLine: z.int().min(0).optional(),
  footerLines: z.int().min(0).optional(),
  kinds: z.record(z.string(), z.enum(['payment', 'refund'])).optional(),
  statuses: z.record(z.string(), z.enum(['done', 'open', 'not-done'])).optional(),
  longNumbers: z.enum(['refused', 'kept']).optional(),
  charset: z.enum(['utf-8', 'gb18030']).optional(),
  delimiter: z.enum([',', '\t', ';', '|']).optional(),
  sheet: z.string().optional(),
})

type FileMap = CsvOptions & XlsxOptions

/**
 * Reads the lists of a day that the command line names; `undefined` when it names none.
 *
 * @throws `INPUT_INVALID` with the option, the line and the column
 */
export async function readDayFile(flags: DayFlags): Promise<DayFile | undefined> {
  const { day, centre, centreMap, earlier, institution, institutionMap } = flags
  if (centre === undefined) {
    if ((institution ?? centreMap ?? institutionMap ?? earlier) === undefined) return undefined
    throw invalid('--centre', { en: 'It must be given.', zh: '必须给出。' })
  }
  return {
    day,
    centre: await readList('--centre', centre, centreMap),
    ...(earlier !== undefined && { earlier: await readList('--earlier', earlier, centreMap, '--centre-map') }),
    ...(institution !== undefined && {
      institution: await readList('--institution', institution, institutionMap),
    }),
  }
}

async function readList(
  option: string,
  path: string,
  mapPath: string | undefined,
  mapOption = `${option}-map`,
): Promise<ReconciliationRow[]> {
  const map = mapPath === undefined ? {} : await readMap(mapOption, mapPath)
  const bytes = await readBytes(path, option)
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b
  try {
    return isWorkbook ? await readXlsx(bytes, map) : readCsv(bytes, map)
  } catch (error) {
    if (!(error instanceof DayFileError)) throw error
    throw cliError('INPUT_INVALID', { cause: error, details: error.details.map((detail) => about(option, detail)) })
  }
}

async function readMap(option: string, path: string): Promise<FileMap> {
  const read = mapSchema.safeParse(await readJsonObject(path, option))
  if (read.success) return read.data
  const wrong = read.error.issues[0]?.path.join('.') || 'columns, headerLine, footerLines …'
  throw invalid(option, { en: `${wrong} is not as it must be.`, zh: `${wrong} 不符合要求。` })
}

function invalid(option: string, text: { readonly en: string; readonly zh: string }): Error {
  return cliError('INPUT_INVALID', { details: [about(option, text)] })
}
