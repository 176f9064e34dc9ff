import type { ServerResponse } from 'node:http'
import { ERROR_CODES } from '../errors/error-codes.ts'
import { PAGE_POLICY } from '../http/security-headers.ts'

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}dt{font-family:ui-monospace,monospace;font-weight:600;margin-top:1rem}dd{margin:0}li{margin:.25rem 0}'

/** Sends the page of links at `/`. */
export function sendHomePage(response: ServerResponse): void {
  const links = [
    ['/graphiql', 'GraphiQL: try the API, its documentation beside it'],
    ['/graphql', 'The GraphQL endpoint (POST)'],
    ['/errors', 'What the error codes mean'],
    ['/widget/artel.js', 'The widget'],
    ['/healthz', 'Health'],
    ['/readyz', 'Readiness'],
  ]
  const items = links.map(([href, text]) => `<li><a href="${href}">${href}</a> - ${text}</li>`).join('')
  sendHtml(
    response,
    'Artel',
    `<h1>Artel</h1><p>Coalition loyalty: one points currency, settled to the kopeck.</p><ul>${items}</ul>`,
  )
}

/** Sends the page that the `docUrl` of every error points to. */
export function sendErrorPage(response: ServerResponse): void {
  const items = Object.entries(ERROR_CODES)
    .map(
      ([code, { meaning, remedy }]) =>
        `<dt id="${code}">${code}</dt><dd>${escaped(meaning)} ${escaped(remedy)}</dd>`,
    )
    .join('')
  sendHtml(response, 'Artel: error codes', `<h1>Error codes</h1><dl>${items}</dl>`)
}

function sendHtml(response: ServerResponse, title: string, body: string): void {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head><body>${body}</body></html>`
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(html),
    'content-security-policy': PAGE_POLICY,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
  })
  response.end(html)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
