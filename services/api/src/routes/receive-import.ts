import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type FailureCode, NotFoundError } from '@artel/ledger'
import {
  decodePublicId,
  encodePublicId,
  handInImport,
  IMPORT_KINDS,
  IMPORT_RULES,
  type ImportKind,
  MAX_TEXT_BYTES,
  readImportErrors,
} from '@artel/use-cases'
import type { Authentication } from '../auth/authenticate.ts'
import type { Exchange } from '../http/exchange.ts'
import { DOWNLOAD_POLICY, setPrivateHeaders } from '../http/security-headers.ts'
import { sendError } from '../http/send-error.ts'
import { sendJson } from '../http/send-json.ts'
import { UPLOAD_MS } from './receive-sales.ts'
import { memberOf, type RefusedFile, readingOf, refusalOf, spool } from './uploaded-file.ts'
import type { Visitor } from './visitor.ts'

const TOO_LARGE: RefusedFile = {
  code: 'REQUEST_TOO_LARGE',
  message: 'The file is larger than 256 MB. Split it by month.',
}

/**
 * Answers `POST /imports?kind=CUSTOMERS|OPENING_BALANCES|PURCHASES`, whose body is the file, for the same credentials as GraphQL; administrators add
 * `&member=mbr_...`. How it is to be read is said as for `/reconciliations`; `consent=2026-01` names the text that the customers of the file agreed
 * to. 201 with the import, which workers check by themselves; 200 when the same file was handed in before and is not over.
 */
export async function receiveImport(
  { request, response, requestId }: Exchange,
  visitor: Visitor,
): Promise<void> {
  setPrivateHeaders(response)
  const refuse = (refused: RefusedFile) => {
    // The rest of the body is not read, so the connection cannot be used again.
    if (!request.complete) response.setHeader('connection', 'close')
    if (refused.code === 'FORBIDDEN') visitor.noteDenied(refused.code)
    sendError(response, { ...refused, requestId })
  }
  const kind = kindOf(request)
  const early = refusalBeforeUpload(request, kind, visitor)
  if (early || kind === undefined) return refuse(early ?? NO_KIND)
  // Nothing moves on the connection while the rows are read.
  request.socket.setTimeout(UPLOAD_MS)
  const directory = await mkdtemp(join(tmpdir(), 'artel-import-'))
  try {
    const path = join(directory, 'file')
    if (!(await spool(request, path, MAX_TEXT_BYTES))) return refuse(TOO_LARGE)
    const { importJob, replayed } = await handInImport(visitor.context, {
      ...{ kind, memberId: memberOf(request), reading: readingOf(request) },
      consentVersion: said(request).get('consent'),
      file: { open: () => createReadStream(path) },
    })
    const { id, memberId, state, rowCount, reading } = importJob
    sendJson(response, replayed ? 200 : 201, {
      ...{ id: encodePublicId('import', id), memberId: encodePublicId('member', memberId) },
      ...{ replayed, kind, state, rows: rowCount, reading },
    })
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal || response.headersSent) throw error
    refuse(refusal)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

const said = (request: IncomingMessage): URLSearchParams =>
  new URL(request.url ?? '/', 'http://localhost').searchParams

const kindOf = (request: IncomingMessage): ImportKind | undefined =>
  IMPORT_KINDS.find((kind) => kind === said(request).get('kind'))

const NO_KIND: RefusedFile = {
  code: 'BAD_REQUEST',
  message: `Say what the file is of: ?kind=${IMPORT_KINDS.join('|')}.`,
}

/** Decides everything that needs no file, so that nothing of an unauthorised upload is written to disk. */
function refusalBeforeUpload(
  request: IncomingMessage,
  kind: ImportKind | undefined,
  { principal, authenticationError }: Authentication,
): RefusedFile | undefined {
  if (request.method !== 'POST')
    return { code: 'METHOD_NOT_ALLOWED', message: 'Files are handed in with POST.' }
  if (authenticationError !== undefined) {
    const { message, extensions } = authenticationError
    return { code: extensions.code as FailureCode, message }
  }
  if (principal.kind === 'anonymous')
    return { code: 'UNAUTHENTICATED', message: 'Send "Authorization: Bearer <API key>".' }
  if (kind === undefined) return NO_KIND
  const { member, admin } = IMPORT_RULES[kind]
  const scope = principal.kind === 'member' ? member : admin
  if (!('scopes' in principal) || principal.kind === 'customer' || !principal.scopes.has(scope))
    return {
      code: 'FORBIDDEN',
      message: `Such a file needs a member's or administrator's key with "${scope}".`,
    }
  return Number(request.headers['content-length'] ?? 0) > MAX_TEXT_BYTES ? TOO_LARGE : undefined
}

const ERRORS = /^\/imports\/(imj_[1-9A-HJ-NP-Za-km-z]{1,22})\/errors\.csv$/

/**
 * Answers `GET /imports/<id>/errors.csv?lang=ru|en` with the rows of an import that are not taken, for the same credentials as GraphQL. Russian by
 * default, as a Russian Excel opens it. What the caller may not see is not found.
 */
export async function answerImportErrors(
  { request, response, path, requestId }: Exchange,
  { context, noteDenied }: Visitor,
): Promise<void> {
  setPrivateHeaders(response)
  const fail = (code: FailureCode, message: string) => sendError(response, { code, message, requestId })
  if (request.method !== 'GET') return fail('METHOD_NOT_ALLOWED', 'Documents are read with GET.')
  if (context.principal.kind === 'anonymous')
    return fail('UNAUTHENTICATED', 'Send "Authorization: Bearer <API key>".')
  try {
    const importId = decodePublicId('import', ERRORS.exec(path)?.[1] ?? '')
    if (importId === undefined) throw new NotFoundError({ what: 'import' })
    const language = /[?&]lang=en(&|$)/.test(request.url ?? '') ? 'en' : 'ru'
    const { importJob, text } = await readImportErrors(context, { importId, language })
    response.writeHead(200, {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="errors-${encodePublicId('import', importJob.id)}.csv"`,
      'content-security-policy': DOWNLOAD_POLICY,
    })
    await pipeline(Readable.from(text()), response)
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal || response.headersSent) throw error
    if (refusal.code === 'FORBIDDEN') noteDenied(refusal.code)
    sendError(response, { ...refusal, requestId })
  }
}
