import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Store } from '@artel/store'
import { findHostedCoalition } from '@artel/use-cases'
import type { Exchange } from '../http/exchange.ts'
import { CUSTOMER_PAGE_HEADERS } from '../http/security-headers.ts'
import { sendNotFound } from '../http/send-json.ts'

/** What the page is made of. */
interface PageDesk {
  readonly store: Store
  /** Where the page was built to; null: it was not. */
  readonly directory: string | null
  /** Makes the caller pay for a coalition that has no page. May refuse. */
  readonly payForUnknown: () => Promise<void>
}

const PATH = /^\/c\/([^/]{1,80})(\/app\.webmanifest)?\/?$/

/** Answers `GET /c/<coalition>` with the page of its customers, which says of none of them, and what a browser installs it by. */
export async function sendCustomerPage(
  { request, response, path }: Exchange,
  { store, directory, payForUnknown }: PageDesk,
): Promise<void> {
  const [, name = '', manifest] = PATH.exec(path) ?? []
  const page = directory === null || name === '' ? null : await readPage(directory)
  if (page === null) return sendNotFound(response)
  const coalition = await findHostedCoalition(store, name)
  if (!coalition) {
    await payForUnknown()
    return sendNotFound(response)
  }
  const { handle, name: title, locales } = coalition
  const said = { handle, title, language: locales[0] === 'en' ? 'en' : 'ru' }
  const body = Buffer.from(manifest ? manifestOf(said) : filled(page, said))
  response.writeHead(200, {
    ...CUSTOMER_PAGE_HEADERS,
    'content-type': manifest ? 'application/manifest+json; charset=utf-8' : 'text/html; charset=utf-8',
    'content-length': body.length,
    'x-robots-tag': 'noindex',
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

interface Said {
  readonly handle: string
  readonly title: string
  readonly language: string
}

/** The page with the coalition written into it. */
function filled(page: string, { handle, title, language }: Said): string {
  const values: Readonly<Record<string, string>> = { COALITION: handle, NAME: title, LANGUAGE: language }
  return page.replace(/ARTEL_(COALITION|NAME|LANGUAGE)/g, (_whole, name: string) =>
    escaped(values[name] ?? ''),
  )
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Longest name under an icon. */
const SHORT_NAME = 12

function manifestOf({ handle, title, language }: Said): string {
  const icon = (size: number) => ({
    ...{ src: `/c/-/icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png' },
    purpose: 'any maskable',
  })
  return JSON.stringify({
    ...{ id: `/c/${handle}`, start_url: `/c/${handle}`, scope: `/c/${handle}`, lang: language },
    ...{ name: title, short_name: title.slice(0, SHORT_NAME), display: 'standalone' },
    ...{ background_color: '#f4f6f5', theme_color: '#0f6b5c', icons: [icon(192), icon(512)] },
  })
}

/** Null where the page was not built. */
async function readPage(directory: string): Promise<string | null> {
  try {
    return await readFile(join(directory, 'index.html'), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
