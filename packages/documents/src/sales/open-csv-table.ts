import { parseCsv } from '../csv/parse-csv.ts'
import { DocumentError } from '../document-error.ts'
import type { TableRecord } from '../table/table-record.ts'
import {
  foldRecords,
  HEAD_RECORDS,
  headAmong,
  type Table,
  type TableHead,
  type WantedTable,
} from './table.ts'

const SEPARATORS = [';', ',', '\t', '|'] as const
const SAMPLE_CHARACTERS = 65_536

/**
 * Opens a table of text: separated as its first line says (`sep=;`), or else by what gives a head with the columns that are
 * wanted. Throws UnreadableFileError when nothing does.
 */
export async function openCsvTable<Head extends TableHead>(
  pieces: AsyncGenerator<string>,
  wanted: WantedTable<Head>,
): Promise<Table<Head>> {
  const start = await startOf(pieces)
  const [, said] = /^\s*sep=(.)\r?(?:\n|$)/i.exec(start) ?? []
  // The line itself stays, so that the others keep their numbers.
  const sample = start.replace(/^\s*sep=.(?=\r?(?:\n|$))/i, '')
  const tries: Sample[] = []
  for (const separator of said === undefined ? SEPARATORS : [said]) {
    const tried = await sampleRecords(sample, separator)
    const head = headAmong(tried.records, wanted)
    const facts = { format: 'CSV', separator, sheet: null, epochDays: 0 } as const
    if (head) return { ...facts, head, records: recordsBelow(head, { sample, pieces, separator }) }
    tries.push(tried)
  }
  const widest = tries.reduce((most, one) => (widthOf(one) > widthOf(most) ? one : most))
  if (widest.records.length === 0 && widest.problem) throw widest.problem
  throw wanted.noHead(widest.records)
}

async function* recordsBelow(
  head: TableHead,
  file: { sample: string; pieces: AsyncGenerator<string>; separator: string },
): AsyncGenerator<TableRecord> {
  async function* all() {
    yield file.sample
    yield* file.pieces
  }
  for await (const record of foldRecords(parseCsv(all(), file.separator)))
    if (record.line > head.line) yield record
}

/** As much of a file as its head is looked for in. */
async function startOf(pieces: AsyncGenerator<string>): Promise<string> {
  let start = ''
  while (start.length <= SAMPLE_CHARACTERS) {
    const next = await pieces.next()
    if (next.done) break
    start += next.value
    if (start.split(/\r\n|\n|\r/, HEAD_RECORDS + 2).length > HEAD_RECORDS + 1) break
  }
  return start.replace(/^\ufeff/, '')
}

interface Sample {
  readonly records: readonly TableRecord[]
  readonly problem: DocumentError | undefined
}

const widthOf = ({ records }: Sample): number => Math.max(0, ...records.map(({ cells }) => cells.length))

async function sampleRecords(sample: string, separator: string): Promise<Sample> {
  const records: TableRecord[] = []
  try {
    for await (const record of foldRecords(parseCsv([sample], separator))) {
      records.push(record)
      if (records.length === HEAD_RECORDS) break
    }
  } catch (error) {
    // The end of a sample may be inside a quote, and a separator that is not the file's may leave one open.
    if (!(error instanceof DocumentError)) throw error
    return { records, problem: error }
  }
  return { records, problem: undefined }
}
