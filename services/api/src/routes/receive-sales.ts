import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Store } from '@artel/store'
import {
  BusinessError,
  decodePublicId,
  encodePublicId,
  NotFoundError,
  PermissionError,
  type Principal,
  reconcileSales,
} from '@artel/use-cases'
import { GraphQLError } from 'graphql'
import { sendJson } from './health.ts'

export const RECONCILIATIONS_PATH = '/reconciliations'
/** Largest sales file, bytes: as many rows as the verb takes. */
const MAX_FILE_BYTES = 64 * 1_048_576

/** Who hands a file in. */
export interface SalesRequest {
  readonly store: Store
  readonly principal: Principal
  /** Why the credentials were not accepted, if they were not. */
  readonly authenticationError?: unknown
  readonly requestId: string
}

/**
 * Answers `POST /reconciliations` with a CSV of sales as its body and the API's credentials; administrators add
 * `?member=mbr_...`. 201 with the run, 200 when the file was handed in before. The file is kept in a temporary directory
 * for as long as it is compared, so memory does not grow with it and nobody's slow line holds a database connection.
 */
export async function receiveSales(
  request: IncomingMessage,
  response: ServerResponse,
  { store, principal, authenticationError, requestId }: SalesRequest,
): Promise<void> {
  response.setHeader('cache-control', 'no-store')
  response.setHeader('x-content-type-options', 'nosniff')
  const refuse = (status: number, code: string, message: string) => {
    // What is still coming is not read: the connection ends with the answer.
    if (!request.complete) response.setHeader('connection', 'close')
    sendJson(response, status, { errors: [{ message, extensions: { code, requestId } }] })
  }
  if (request.method !== 'POST')
    return refuse(405, 'METHOD_NOT_ALLOWED', 'Sales files are handed in with POST.')
  if (authenticationError instanceof GraphQLError)
    return refuse(401, String(authenticationError.extensions.code), authenticationError.message)
  if (authenticationError !== undefined) throw authenticationError
  // Before a byte of a stranger's file is written down.
  const scope = principal.kind === 'member' ? 'purchases:write' : 'coalition:write'
  if (principal.kind === 'anonymous')
    return refuse(401, 'UNAUTHENTICATED', 'Send "Authorization: Bearer <API key>".')
  if (!('scopes' in principal) || principal.kind === 'customer' || !principal.scopes.has(scope))
    return refuse(403, 'FORBIDDEN', `Sales files need a member's or administrator's key with "${scope}".`)
  if (Number(request.headers['content-length'] ?? 0) > MAX_FILE_BYTES) return tooLarge(refuse)
  const directory = await mkdtemp(join(tmpdir(), 'artel-sales-'))
  try {
    const path = join(directory, 'sales.csv')
    if (!(await spool(request, path))) return tooLarge(refuse)
    const { reconciliation, replayed } = await reconcileSales(
      { store, principal },
      { memberId: memberOf(request), file: { open: () => createReadStream(path) } },
    )
    const { coalitionId: _, id, memberId, madeById: __, ...counts } = reconciliation
    sendJson(response, replayed ? 200 : 201, {
      ...{ id: encodePublicId('reconciliation', id), memberId: encodePublicId('member', memberId) },
      ...{ replayed, ...counts },
    })
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal || response.headersSent) throw error
    refuse(refusal.status, refusal.code, refusal.message)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

type Refuse = (status: number, code: string, message: string) => void

const tooLarge = (refuse: Refuse): void =>
  refuse(413, 'REQUEST_TOO_LARGE', 'The file is larger than 64 MB. Split it by month.')

/** Writes a body down as it comes; false when it is too large. */
async function spool(request: IncomingMessage, path: string): Promise<boolean> {
  const file = await open(path, 'wx', 0o600)
  try {
    let bytes = 0
    for await (const piece of request as AsyncIterable<Buffer>) {
      bytes += piece.length
      if (bytes > MAX_FILE_BYTES) return false
      await file.write(piece)
    }
    return true
  } finally {
    await file.close()
  }
}

/** The member that an administrator names; null when the address names none. */
function memberOf(request: IncomingMessage): string | null {
  const named = new URL(request.url ?? '/', 'http://localhost').searchParams.get('member')
  if (named === null) return null
  const id = decodePublicId('member', named)
  if (id === undefined) throw new NotFoundError('member', { path: ['member'] })
  return id
}

function refusalOf(error: unknown): { status: number; code: string; message: string } | undefined {
  if (error instanceof NotFoundError) return { status: 404, code: error.code, message: error.message }
  if (error instanceof BusinessError) return { status: 422, code: error.code, message: error.message }
  if (error instanceof PermissionError) return { status: 403, code: 'FORBIDDEN', message: error.message }
  if (error instanceof Error && 'code' in error && UNREADABLE.has(String(error.code)))
    return { status: 422, code: String(error.code), message: error.message }
  return undefined
}

/** What a sales file is refused with by its reader. */
const UNREADABLE = new Set(['UNREADABLE_FILE', 'FILE_TOO_LARGE'])
