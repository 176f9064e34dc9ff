import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { RowFormat } from '@artel/documents'
import type { Store } from '@artel/store'
import { decodePublicId, type ExportFile, encodePublicId, openExportFile } from '@artel/use-cases'
import type { SessionVerifier } from '../auth/authenticate-customer-token.ts'
import { readExportLink } from '../auth/read-export-link.ts'
import type { Exchange } from '../http/exchange.ts'
import { readHeader } from '../http/read-header.ts'
import { DOWNLOAD_POLICY, setPrivateHeaders } from '../http/security-headers.ts'
import { sendError } from '../http/send-error.ts'

const PATH = /^\/exports\/(exp_[1-9A-HJ-NP-Za-km-z]{1,22})$/
const LINK = /[?&]link=([\w.-]{1,2048})(?:&|$)/

const TYPES: Readonly<Record<RowFormat, { readonly media: string; readonly ending: string }>> = {
  CSV: { media: 'text/csv; charset=utf-8; header=present', ending: 'csv' },
  CSV_RU: { media: 'text/csv; charset=utf-8; header=present', ending: 'csv' },
  JSONL: { media: 'application/x-ndjson; charset=utf-8', ending: 'jsonl' },
}

/**
 * Answers `GET /exports/<id>?link=...` with the bytes of a file, to whoever has its address. A wrong signature, another file's, an address or
 * a file that has ended: all are one answer, which does not say whether there is such a file.
 */
export async function answerExport(
  { request, response, path, requestId }: Exchange,
  store: Store,
  session: SessionVerifier,
): Promise<void> {
  setPrivateHeaders(response)
  if (request.method !== 'GET')
    return sendError(response, {
      code: 'METHOD_NOT_ALLOWED',
      message: 'Files are read with GET.',
      requestId,
    })
  const file = await linkedFile(path, request.url ?? '', { store, session })
  if (!file)
    return sendError(response, {
      code: 'NOT_FOUND',
      message: 'There is no such file at this address, or the address has ended. Ask for a new one: exports.',
      requestId,
    })
  const etag = `"${file.sha256}"`
  if (readHeader(request, 'if-none-match') === etag) {
    response.writeHead(304, { etag })
    response.end()
    return
  }
  await send(response, file, etag)
}

async function linkedFile(
  path: string,
  url: string,
  { store, session }: { readonly store: Store; readonly session: SessionVerifier },
): Promise<ExportFile | undefined> {
  const id = decodePublicId('export', PATH.exec(path)?.[1] ?? '')
  const token = LINK.exec(url)?.[1]
  if (id === undefined || token === undefined) return undefined
  const linked = await readExportLink(token, session)
  return linked?.id === id ? openExportFile(store, linked) : undefined
}

async function send(
  response: ServerResponse,
  { listExport, sha256, parts }: ExportFile,
  etag: string,
): Promise<void> {
  const { id, kind, format, bytes } = listExport
  const { media, ending } = TYPES[format as RowFormat]
  const digest = Buffer.from(sha256, 'hex').toString('base64')
  response.writeHead(200, {
    'content-type': media,
    'content-length': String(bytes),
    'content-disposition': `attachment; filename="${kind.toLowerCase()}-${encodePublicId('export', id)}.${ending}"`,
    'content-security-policy': DOWNLOAD_POLICY,
    etag,
    // RFC 9530.
    'repr-digest': `sha-256=:${digest}:`,
  })
  try {
    await pipeline(Readable.from(parts()), response)
  } catch (error) {
    // The caller is gone. What else goes wrong cuts the answer short of its length, so that nobody takes it for the file.
    if (!isPrematureClose(error)) throw error
  }
}

const isPrematureClose = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
