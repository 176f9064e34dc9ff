import { makeExportReader } from '@artel/api'
import { makeLog } from '@artel/api/parts'
import type { RowFormat } from '@artel/documents'
import {
  type Context,
  decodePublicId,
  EXPORT_KINDS,
  type ExportFilters,
  type ExportKind,
  writeExport,
} from '@artel/use-cases'
import { UsageError } from '../cli-error.ts'
import { streamNamedFile } from '../file/write-named-file.ts'
import type { ProgressBar } from '../progress-bar.ts'
import type { ExportWords } from '../words/export-words.ts'

/** Parts of a whole that a bar shows. */
export const BAR_STEPS = 1_000

/** Formats by the words of the command. */
export const LIST_FORMATS: Readonly<Record<string, RowFormat>> = {
  ...{ csv: 'CSV', 'csv-ru': 'CSV_RU', jsonl: 'JSONL' },
}

/** The list that a word of the command names; undefined for any other word. */
export const listNamed = (word: string): ExportKind | undefined =>
  EXPORT_KINDS.find((kind) => kind.toLowerCase() === word)

/** What narrows a list, as it was typed. */
export interface TypedFilters {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly member?: string | undefined
  readonly customer?: string | undefined
  readonly window?: string | undefined
}

/** Writes a list as whoever acts sees it, and gives what is said of it. Fails for an id or an instant that is none. */
export async function writeListFile(
  context: Context,
  asked: {
    readonly kind: ExportKind
    readonly out: string
    readonly format: RowFormat
    readonly filters: TypedFilters
    readonly json: boolean
  },
  { bar, words }: { readonly bar: ProgressBar; readonly words: ExportWords },
): Promise<string> {
  const { kind, out: file, format } = asked
  const reader = makeExportReader({ store: context.store, log: makeLog('silent') })
  const filters = filtersTyped(asked.filters)
  const onProgress = (rows: number, share: number) =>
    bar.update(Math.round(share * BAR_STEPS), BAR_STEPS, words.progress(rows))
  const written = await streamNamedFile(file, (out) =>
    writeExport(context, { kind, format, filters, reader, onProgress }, out),
  )
  const { rows, bytes, sha256, end } = written
  const through = `${end.batchNo}:${end.hash}`
  if (asked.json) return JSON.stringify({ file, list: kind, format, rows, bytes, through, sha256 })
  return [words.list({ file, rows, bytes, through }), words.fileSha256(sha256)].join('\n')
}

function filtersTyped({ from, to, member, customer, window }: TypedFilters): ExportFilters {
  return {
    ...(from === undefined ? {} : { from: instantTyped('from', from) }),
    ...(to === undefined ? {} : { to: instantTyped('to', to) }),
    ...(member === undefined ? {} : { memberId: idTyped('member', member) }),
    ...(customer === undefined ? {} : { customerId: idTyped('customer', customer) }),
    ...(window === undefined ? {} : { windowNo: Number(window) }),
  }
}

function instantTyped(option: string, text: string): Date {
  const instant = new Date(text)
  if (!Number.isNaN(instant.getTime())) return instant
  throw new UsageError(`--${option} is no instant: ${text}.`, { ru: `--${option} - не мгновение: ${text}.` })
}

function idTyped(noun: 'member' | 'customer', text: string): string {
  const id = decodePublicId(noun, text)
  if (id !== undefined) return id
  throw new UsageError(`--${noun} is no id of a ${noun}: ${text}.`, {
    ru: `--${noun} - не номер ${noun === 'member' ? 'участника' : 'клиента'}: ${text}.`,
  })
}
