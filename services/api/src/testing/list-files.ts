import { parseCsv } from '@artel/documents'
import { asSuperuser } from '@artel/store/testing'
import { advanceExports, type ExportReader } from '@artel/use-cases'
import type { BuiltCoalition } from '@artel/use-cases/testing'
import { pino } from 'pino'
import { expect } from 'vitest'
import { makeExportReader } from '../exports/make-export-reader.ts'
import { freshKey } from './operations.ts'
import type { TestApi } from './test-api.ts'

const FILE =
  'id kind format state failure rows total percent bytes sha256 through askedAt startedAt url endsAt'
const START = `mutation ($input: ExportStartInput!) { exportStart(input: $input) {
  __typename ... on ExportStartPayload { replayed export { ${FILE} } }
  ... on UserError { code path } ... on TooManyExportsError { limit are } } }`

/** Asks an API for files of a coalition, and writes them as a worker would. */
export function listFiles(api: TestApi, { id: coalitionId }: BuiltCoalition) {
  const reader: ExportReader = makeExportReader({ store: api.store, log: pino({ level: 'silent' }) })
  const step = (by: ExportReader = reader) =>
    advanceExports({ store: api.store, principal: { kind: 'operator' } }, { coalitionId, reader: by })
  const work = async () => {
    while ((await step()).more);
  }
  const ask = (key: string, input: Record<string, unknown>) =>
    api.call(START, { input: { format: 'CSV', idempotencyKey: freshKey(), ...input } }, { key })

  async function start(key: string, input: Record<string, unknown>) {
    const { data, errors } = await ask(key, input)
    expect(errors).toEqual([])
    return data.exportStart
  }
  async function codeOf(key: string, input: Record<string, unknown>): Promise<string> {
    const { data, errors } = await ask(key, input)
    return errors[0]?.extensions.code ?? data.exportStart.code ?? data.exportStart.__typename
  }
  async function fileOf(key: string, id: string) {
    const { data } = await api.call(`query ($id: ID!) { export(id: $id) { ${FILE} } }`, { id }, { key })
    return data.export
  }
  /** A file as its caller gets it: asked for, written, and downloaded. */
  async function written(key: string, input: Record<string, unknown>) {
    const started = await start(key, input)
    expect(started.__typename).toBe('ExportStartPayload')
    await work()
    const file = await fileOf(key, started.export.id)
    expect(file).toMatchObject({ state: 'READY', percent: 100, failure: null })
    const response = await fetch(file.url)
    const bytes = Buffer.from(await response.arrayBuffer())
    return { file, response, bytes, text: bytes.toString('utf8') }
  }
  const rowsOf = async (key: string, input: Record<string, unknown>) =>
    recordsOf((await written(key, input)).text)
  /** All files are done with, so that the next test may ask for as many as there may be. */
  const forget = () => asSuperuser(api.databaseUrl, 'delete from list_export_part; delete from list_export')
  return { reader, step, work, start, codeOf, fileOf, written, rowsOf, forget }
}

/** Records of CSV by the heads of their columns. */
export async function recordsOf(text: string, separator = ','): Promise<Record<string, string>[]> {
  const records: (readonly string[])[] = []
  for await (const { cells } of parseCsv([text.replace('\ufeff', '')], separator)) records.push(cells)
  const [heads = [], ...rows] = records
  return rows.map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at] ?? ''])))
}
