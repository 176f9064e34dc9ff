import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FailureCode } from '@artel/ledger'
import { encodePublicId, reconcileSales } from '@artel/use-cases'
import type { Authentication } from '../auth/authenticate.ts'
import type { Exchange } from '../http/exchange.ts'
import { setPrivateHeaders } from '../http/security-headers.ts'
import { sendError } from '../http/send-error.ts'
import { sendJson } from '../http/send-json.ts'
import { memberOf, type RefusedFile, readingOf, refusalOf, spool } from './uploaded-file.ts'
import type { Visitor } from './visitor.ts'

/** Largest sales file, bytes: enough for the most rows that `reconcileSales` accepts. */
const MAX_FILE_BYTES = 64 * 1_048_576

/**
 * Answers `POST /reconciliations`, whose body is a file of sales (text or .xlsx), for the same credentials as GraphQL;
 * administrators add `?member=mbr_...`. How it is to be read, where it does not tell, is said by `mapping=shopify`,
 * `column.total=Sum`, `dateOrder=DMY`, `decimalMark=.` and `sheet=May`, and with `save=true` kept for the files to come.
 * 201 with the run and how the file was understood, 200 when the same file was sent before. The file is kept in a temporary directory while it is compared: memory does
 * not grow with it, and a slow upload holds no database connection.
 */
export async function receiveSales(
  { request, response, requestId }: Exchange,
  visitor: Visitor,
): Promise<void> {
  setPrivateHeaders(response)
  const refuse = (refused: RefusedFile) => {
    // The rest of the body is not read, so the connection cannot be used again.
    if (!request.complete) response.setHeader('connection', 'close')
    if (DENIED.has(refused.code)) visitor.noteDenied(refused.code)
    sendError(response, { ...refused, requestId })
  }
  const early = refusalBeforeUpload(request, visitor)
  if (early) return refuse(early)
  // Nothing moves on the connection while the rows are compared.
  request.socket.setTimeout(UPLOAD_MS)
  const directory = await mkdtemp(join(tmpdir(), 'artel-sales-'))
  try {
    const path = join(directory, 'sales.csv')
    if (!(await spool(request, path, MAX_FILE_BYTES))) return refuse(TOO_LARGE)
    const { reconciliation, reading, readBy, replayed } = await reconcileSales(visitor.context, {
      ...{ memberId: memberOf(request), reading: readingOf(request), keepsReading: isToBeKept(request) },
      file: { open: () => createReadStream(path) },
    })
    const { coalitionId: _, id, memberId, madeById: __, ...counts } = reconciliation
    sendJson(response, replayed ? 200 : 201, {
      ...{ id: encodePublicId('reconciliation', id), memberId: encodePublicId('member', memberId) },
      ...{ replayed, ...counts, reading, readBy },
    })
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal || response.headersSent) throw error
    refuse(refusal)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** For a file to arrive, and again for its rows to be compared. */
export const UPLOAD_MS = 600_000

/** What the audit log is told of; other refusals are of the file. */
const DENIED: ReadonlySet<string> = new Set<FailureCode>(['FORBIDDEN'])

const TOO_LARGE: RefusedFile = {
  code: 'REQUEST_TOO_LARGE',
  message: 'The file is larger than 64 MB. Split it by month.',
}

/** Decides everything that needs no file, so that nothing of an unauthorised upload is written to disk. */
function refusalBeforeUpload(
  request: IncomingMessage,
  { principal, authenticationError }: Authentication,
): RefusedFile | undefined {
  if (request.method !== 'POST')
    return { code: 'METHOD_NOT_ALLOWED', message: 'Sales files are handed in with POST.' }
  if (authenticationError !== undefined) {
    const { message, extensions } = authenticationError
    return { code: extensions.code as FailureCode, message }
  }
  if (principal.kind === 'anonymous')
    return { code: 'UNAUTHENTICATED', message: 'Send "Authorization: Bearer <API key>".' }
  const scope = principal.kind === 'member' ? 'purchases:write' : 'coalition:write'
  if (!('scopes' in principal) || principal.kind === 'customer' || !principal.scopes.has(scope)) {
    const message = `Sales files need a member's or administrator's key with "${scope}".`
    return { code: 'FORBIDDEN', message }
  }
  return Number(request.headers['content-length'] ?? 0) > MAX_FILE_BYTES ? TOO_LARGE : undefined
}

/** Whether `?save=true` asks to keep how the file is read. */
const isToBeKept = (request: IncomingMessage): boolean =>
  new URL(request.url ?? '/', 'http://localhost').searchParams.get('save') === 'true'
