import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildChunks } from './build-widget.ts'

/** The server of a partner's site. Its policy allows its own files and the API, and nothing inline. */
export interface PageServer {
  readonly origin: string
  /** Address of a page with this body. */
  page(body: string, options?: PageOptions): string
  /** Violations of the policy that the browser has reported. */
  readonly violations: string[]
  /** Responses of /token, a status or a token, one for each request; the last one repeats. */
  tokens: Array<string | number>
  /** Methods of the requests to /token. */
  readonly tokenRequests: string[]
  /** Paths of all requests. */
  readonly requests: string[]
  close(): Promise<void>
}

interface PageOptions {
  readonly lang?: string
  readonly theme?: 'light' | 'dark'
  /** Address of the API; without it the policy allows none. */
  readonly api?: string
}

const styles = `:root { font: 16px/1.5 'DejaVu Sans', sans-serif } body { margin: 16px }
.dark { color-scheme: dark; background: #0d0e11; color: #eee }`

export async function servePage(): Promise<PageServer> {
  const widget = await buildChunks()
  const pages = new Map<string, { readonly html: string; readonly policy: string }>()
  const state = { tokens: [] as Array<string | number> }
  const violations: string[] = []
  const tokenRequests: string[] = []
  const requests: string[] = []

  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://page').pathname
    requests.push(path)
    const page = pages.get(path)
    if (page !== undefined) {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.setHeader('content-security-policy', page.policy)
      response.end(page.html)
    } else if (widget.has(path.slice(1))) {
      response.setHeader('content-type', 'text/javascript; charset=utf-8')
      response.end(widget.get(path.slice(1)))
    } else if (path === '/page.css') {
      response.setHeader('content-type', 'text/css')
      response.end(styles)
    } else if (/^\/playground\.(html|css|js)$/.test(path)) {
      response.setHeader('content-type', `text/${path.endsWith('.js') ? 'javascript' : path.split('.')[1]}`)
      response.setHeader('content-security-policy', "default-src 'self'; report-uri /csp-report")
      response.end(await readFile(new URL(`../playground${path}`, import.meta.url)))
    } else if (path === '/csp-report') {
      violations.push(await textOf(request))
      response.writeHead(204).end()
    } else if (path === '/token') {
      tokenRequests.push(request.method ?? '')
      const next = state.tokens.length > 1 ? state.tokens.shift() : state.tokens[0]
      if (typeof next === 'string') response.setHeader('content-type', 'application/json')
      else response.statusCode = next ?? 401
      response.end(typeof next === 'string' ? JSON.stringify({ token: next }) : undefined)
    } else response.writeHead(404).end()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    origin,
    violations,
    tokenRequests,
    requests,
    get tokens() {
      return state.tokens
    },
    set tokens(next) {
      state.tokens = next
    },
    page(body, { lang = 'en', theme = 'light', api } = {}) {
      const path = `/page-${pages.size}`
      const connect = api === undefined ? '' : `; connect-src 'self' ${new URL(api).origin}`
      pages.set(path, {
        policy: `default-src 'self'${connect}; report-uri /csp-report`,
        html: `<!doctype html><html lang="${lang}" class="${theme}"><head><title>A shop</title>
<link rel="stylesheet" href="/page.css"><script type="module" src="/artel.js"></script></head>
<body><main><h1>A shop</h1>${body}<p id="below">Below</p></main></body></html>`,
      })
      return `${origin}${path}`
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}
