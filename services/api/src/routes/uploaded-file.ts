import { open } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { type FailureCode, NotFoundError, Refusal } from '@artel/ledger'
import { decodePublicId, PermissionError } from '@artel/use-cases'
import type { SentError } from '../http/send-error.ts'

/** What an upload is refused with. */
export type RefusedFile = Pick<SentError, 'code' | 'message' | 'extensions'>

/** Writes the body to a file as it arrives; false when it is too large. */
export async function spool(request: IncomingMessage, path: string, maxBytes: number): Promise<boolean> {
  const file = await open(path, 'wx', 0o600)
  try {
    let bytes = 0
    for await (const piece of request as AsyncIterable<Buffer>) {
      bytes += piece.length
      if (bytes > maxBytes) return false
      await file.write(piece)
    }
    return true
  } finally {
    await file.close()
  }
}

/** What the address says of how the file is to be read. */
export function readingOf(request: IncomingMessage) {
  const said = new URL(request.url ?? '/', 'http://localhost').searchParams
  const columns = [...said].flatMap(([name, header]) =>
    name.startsWith('column.') ? [[name.slice('column.'.length), header]] : [],
  )
  const option = (name: string) => said.get(name) ?? undefined
  return {
    columns: Object.fromEntries(columns) as Record<string, string>,
    ...{ mapping: option('mapping'), sheet: option('sheet') },
    ...{ dateOrder: option('dateOrder'), decimalMark: option('decimalMark') },
  }
}

/** The id in `?member=`, which administrators send; null without one. */
export function memberOf(request: IncomingMessage): string | null {
  const named = new URL(request.url ?? '/', 'http://localhost').searchParams.get('member')
  if (named === null) return null
  const id = decodePublicId('member', named)
  if (id === undefined) throw new NotFoundError({ what: 'member' }, { path: ['member'] })
  return id
}

/** The refusal that an error stands for; undefined for a bug. */
export function refusalOf(error: unknown): RefusedFile | undefined {
  const isKnown = error instanceof Refusal || error instanceof PermissionError || isUnreadable(error)
  if (!isKnown) return undefined
  const { code, message } = error
  // What a file leaves open, with the answers that dateOrder, decimalMark or sheet may give.
  return { code, message, ...('questions' in error ? { extensions: { questions: error.questions } } : {}) }
}

/** Whether the reader of files refused one. */
const isUnreadable = (error: unknown): error is Error & { readonly code: FailureCode } =>
  error instanceof Error && 'code' in error && UNREADABLE.has(String(error.code))

const UNREADABLE: ReadonlySet<string> = new Set<FailureCode>([
  ...(['UNREADABLE_FILE', 'FILE_TOO_LARGE', 'AMBIGUOUS_FILE'] as const),
])
