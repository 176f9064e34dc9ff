import type { Row, RowCell } from '@artel/documents'
import type { Store } from '@artel/store'
import {
  type AskedPage,
  type ExportFilters,
  type ExportReader,
  encodePublicId,
  parsePublicId,
  rowsBeyond,
  UnreadableListError,
} from '@artel/use-cases'
import type { ExecutionResult } from 'graphql'
import type { Logger } from 'pino'
import { MAX_PAGE_NODES } from '../graphql/vocabulary/page.ts'
import { type AnswerAs, makeAnswerAs } from '../webhooks/answer-as.ts'
import { EXPORT_LISTS, type ExportList, type ListColumn } from './export-lists.ts'

type Node = Readonly<Record<string, unknown>>

interface NodesPage {
  readonly nodes: readonly Node[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/** Reads lists by the API's own queries, over a store and as whoever a page is asked for. */
export function makeExportReader(shared: { readonly store: Store; readonly log: Logger }): ExportReader {
  const answerAs = makeAnswerAs(shared)
  return {
    columns: (kind) => EXPORT_LISTS[kind].columns,
    async page(asked) {
      const list = EXPORT_LISTS[asked.kind]
      const { nodes, pageInfo } = await pageOf(answerAs, list, asked)
      const kept = await withoutLater(shared.store, asked, nodes)
      const rows = kept.map((node) => rowOf(node, list.columns))
      return { rows, next: pageInfo.hasNextPage ? pageInfo.endCursor : null }
    },
  }
}

async function pageOf(answerAs: AnswerAs, list: ExportList, asked: AskedPage): Promise<NodesPage> {
  const given = givenTo(list, asked)
  const variables = list.filter === null ? given : { filter: given }
  const page = { first: MAX_PAGE_NODES, after: asked.cursor }
  const { data, errors } = await answerAs(asked.principal, queryOf(list), { ...variables, ...page })
  if (errors?.[0]) throw failureOf(errors[0])
  return (data as { readonly page: NodesPage }).page
}

function failureOf({ message, extensions }: NonNullable<ExecutionResult['errors']>[number]): Error {
  const { code, retryable } = extensions
  // What was masked may be a bug that a newer version has no more, or a database that is away: it is tried again.
  return retryable === true || code === 'INTERNAL_SERVER_ERROR'
    ? new Error(`The list cannot be read just now: ${code}`)
    : new UnreadableListError(String(code), message)
}

/** One query a list: the filter is one variable, or each of the field's arguments. */
function queryOf({ field, filter, names, columns }: ExportList): string {
  const [head, given] =
    filter === null
      ? [
          Object.entries(names).map(([name, type]) => `$${name}: ${type}`),
          Object.keys(names).map((name) => `${name}: $${name}`),
        ]
      : [[`$filter: ${filter}`], ['filter: $filter']]
  return `query (${[...head, '$first: Int!', '$after: String'].join(', ')}) {
    page: ${field}(${[...given, 'first: $first', 'after: $after'].join(', ')}) {
      nodes { ${selectionOf(columns.map(({ path }) => path))} } pageInfo { hasNextPage endCursor } } }`
}

/** What of a node its columns show: paths that begin alike are asked for together. */
function selectionOf(paths: readonly (readonly string[])[]): string {
  const below = new Map<string, (readonly string[])[]>()
  for (const [name, ...rest] of paths)
    if (name !== undefined) below.set(name, [...(below.get(name) ?? []), rest])
  return [...below]
    .map(([name, rests]) => {
      if (name === 'details') return 'details { name before after }'
      return rests.some((rest) => rest.length > 0) ? `${name} { ${selectionOf(rests)} }` : name
    })
    .join(' ')
}

/** The filter of a page, with the bound beyond which no row is in the file. */
function givenTo({ names, bound }: ExportList, { filters, end }: AskedPage): Record<string, unknown> {
  // Instants of the chain are finer than those of a filter: the whole millisecond is asked for, and what is later left out.
  const last = bound === 'at' ? new Date(end.at.getTime() + 1) : bound === 'askedAt' ? end.askedAt : undefined
  const { from, to } = filters
  const bounded = last && (to == null || last < to) ? last : to
  // What is asked for may lie behind the end of the file: then there is nothing in it.
  const until = bounded && from && bounded < from ? from : bounded
  const said: ExportFilters = { ...filters, ...(until ? { to: until } : {}) }
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) => {
      const asked = names[name as keyof ExportFilters]
      if (asked === undefined || value == null) return []
      return [[asked === 'ID' || asked === 'Int' ? name : asked, spoken(name, value)]]
    }),
  )
}

function spoken(name: string, value: Date | string | number): string | number {
  if (value instanceof Date) return value.toISOString()
  if (name === 'memberId') return encodePublicId('member', String(value))
  return name === 'customerId' ? encodePublicId('customer', String(value)) : value
}

/** Leaves out rows of the last millisecond that a later batch has. */
async function withoutLater(
  store: Store,
  { kind, end, principal }: AskedPage,
  nodes: readonly Node[],
): Promise<readonly Node[]> {
  if (EXPORT_LISTS[kind].bound !== 'at') return nodes
  const doubtful = nodes.filter((node) => instantOf(node) >= end.at.getTime())
  if (doubtful.length === 0) return nodes
  const ids = doubtful.map(({ id }) => uuidOf(id))
  const later = await rowsBeyond(store, kind, {
    coalitionId: principal.coalitionId,
    ids,
    batchNo: end.batchNo,
  })
  return nodes.filter(({ id }) => !later.has(uuidOf(id)))
}

const instantOf = ({ recordedAt, postedAt }: Node): number =>
  new Date(String(recordedAt ?? postedAt)).getTime()

const uuidOf = (id: unknown): string => parsePublicId(String(id))?.uuid ?? ''

const rowOf = (node: Node, columns: readonly ListColumn[]): Row =>
  columns.map((column) => cellOf(node, column))

function cellOf(node: Node, { path, type }: ListColumn): RowCell {
  let value: unknown = node
  for (const name of path) value = (value as Node | null | undefined)?.[name]
  if (value === null || value === undefined) return null
  if (type === 'instant') return new Date(String(value))
  if (type === 'text') return typeof value === 'object' ? JSON.stringify(value) : String(value)
  return BigInt(String(value))
}
