import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Exchange } from '../http/exchange.ts'
import { portalHeaders } from '../http/security-headers.ts'
import { sendNotFound } from '../http/send-json.ts'

/** What the build leaves in the page for a nonce. */
const PLACEHOLDER = /ARTEL_NONCE/g

/** Answers every address of the portal with its one page, which finds the screen by the address itself. */
export async function sendPortal({ request, response }: Exchange, directory: string | null): Promise<void> {
  const page = directory === null ? null : await readPage(directory)
  if (page === null) return sendNotFound(response)
  const nonce = randomBytes(16).toString('base64')
  const body = Buffer.from(page.replace(PLACEHOLDER, nonce))
  response.writeHead(200, {
    ...portalHeaders(nonce),
    'content-type': 'text/html; charset=utf-8',
    'content-length': body.length,
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

/** Sends a link of a letter on to the portal. What is behind its `#` stays in the browser, which takes it along. */
export function sendOnToPortal({ response }: Pick<Exchange, 'response'>, screen: string): void {
  response.writeHead(302, { location: `/portal/${screen}`, 'cache-control': 'no-store' }).end()
}

/** Null where the portal was not built. */
async function readPage(directory: string): Promise<string | null> {
  try {
    return await readFile(join(directory, 'index.html'), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
