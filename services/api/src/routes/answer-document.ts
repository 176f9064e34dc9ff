import type { ServerResponse } from 'node:http'
import { type FailureCode, NotFoundError, Refusal } from '@artel/ledger'
import {
  type Context,
  decodePublicId,
  exportPaymentOrders,
  findStatement,
  ORDER_FORMATS,
  type OrderFormat,
  PermissionError,
  type Principal,
  STATEMENT_FORMATS,
  type StatementFormat,
  writeStatement,
} from '@artel/use-cases'
import type { SessionVerifier } from '../auth/authenticate-customer-token.ts'
import { readStatementLink } from '../auth/read-statement-link.ts'
import type { Exchange } from '../http/exchange.ts'
import { DOWNLOAD_POLICY, setPrivateHeaders } from '../http/security-headers.ts'
import { sendError, sendRefusal } from '../http/send-error.ts'
import type { Visitor } from './visitor.ts'

const STATEMENT = new RegExp(
  `^/statements/(stm_[1-9A-HJ-NP-Za-km-z]{1,22})\\.(${STATEMENT_FORMATS.join('|')})$`,
)
const ORDERS = new RegExp(`^/payment-orders/(\\d{1,9})\\.(${ORDER_FORMATS.join('|')})$`)
const MEDIA_TYPES: Readonly<Record<StatementFormat, string>> = {
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/**
 * Answers `GET /statements/<id>.pdf|csv|json` and `GET /payment-orders/<window>.1c|pain001` with a stream, for the same
 * credentials as GraphQL. A statement is read without any by the `?link=` that an administrator made of it.
 * `?lang=ru` or `en`, Russian by default. A document that the caller may not see is not found.
 * Invalid credentials count as anonymous.
 */
export async function answerDocument(
  { request, response, path, requestId }: Exchange,
  { context, noteDenied }: Visitor,
  session: SessionVerifier,
): Promise<void> {
  setPrivateHeaders(response)
  const principal = (await linkedReader({ path, url: request.url ?? '' }, session)) ?? context.principal
  const fail = (code: FailureCode, message: string) => sendError(response, { code, message, requestId })
  if (request.method !== 'GET') return fail('METHOD_NOT_ALLOWED', 'Documents are read with GET.')
  if (principal.kind === 'anonymous')
    return fail('UNAUTHENTICATED', 'Send "Authorization: Bearer <API key>".')
  try {
    await send({ ...context, principal }, path, request.url ?? '', response)
  } catch (error) {
    if (response.headersSent) throw error
    if (error instanceof PermissionError) {
      noteDenied(error.code)
      return fail(error.code, error.message)
    }
    if (!(error instanceof Refusal)) throw error
    sendRefusal(response, error, requestId)
  }
}

/** Who reads by a link: its coalition's auditor, for the very statement of the path. Undefined without a valid link. */
async function linkedReader(
  { path, url }: { readonly path: string; readonly url: string },
  session: SessionVerifier,
): Promise<Principal | undefined> {
  const token = /[?&]link=([\w.-]{1,2048})(&|$)/.exec(url)?.[1]
  const statementId = decodePublicId('statement', STATEMENT.exec(path)?.[1] ?? '')
  if (token === undefined || statementId === undefined) return undefined
  const linked = await readStatementLink(token, session)
  return linked?.statementId === statementId ? linked.principal : undefined
}

async function send(context: Context, path: string, url: string, response: ServerResponse): Promise<void> {
  const [, statement, format] = STATEMENT.exec(path) ?? []
  const language = /[?&]lang=en(&|$)/.test(url) ? 'en' : 'ru'
  if (statement && format) {
    const statementId = decodePublicId('statement', statement)
    if (statementId === undefined) throw new NotFoundError({ what: 'statement' })
    const found = await findStatement(context, { statementId })
    begin(response, MEDIA_TYPES[format as StatementFormat], `statement-${statement}.${format}`)
    await writeStatement(context, found, { format: format as StatementFormat, language }, response)
    response.end()
    return
  }
  const [, windowNo, orders] = ORDERS.exec(path) ?? []
  if (!windowNo || !orders) throw new NotFoundError({ what: 'statement' })
  const file = await exportPaymentOrders(context, {
    windowNo: Number(windowNo),
    format: orders as OrderFormat,
  })
  begin(response, file.mediaType, file.fileName)
  response.end(file.bytes)
}

function begin(response: ServerResponse, mediaType: string, fileName: string): void {
  response.writeHead(200, {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${fileName}"`,
    'content-security-policy': DOWNLOAD_POLICY,
  })
}
