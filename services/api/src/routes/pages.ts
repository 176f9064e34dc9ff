import type { ServerResponse } from 'node:http'
import type { Language } from '@artel/ledger'
import { type ExplainedCode, explainedCodes } from '../errors/explained-codes.ts'
import type { Exchange } from '../http/exchange.ts'
import { PAGE_HEADERS } from '../http/security-headers.ts'

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}:root{color-scheme:light dark}dt{font-family:ui-monospace,monospace;font-weight:600;margin-top:1rem}dd{margin:0}li{margin:.25rem 0}'

/** Sends the page of links at `/`; of the widget and the packages only where their files are served. */
export function sendHomePage(
  response: ServerResponse,
  { hasWidget, hasPackages }: { readonly hasWidget: boolean; readonly hasPackages: boolean },
): void {
  const links = [
    ['/graphiql', 'GraphiQL: try the API, its documentation beside it'],
    ['/graphql', 'The GraphQL endpoint (POST)'],
    ['/errors', 'What the error codes mean'],
    ...(hasWidget
      ? [
          ['/widget/playground.html', 'The widget: every setting, and the snippet to copy'],
          ['/widget/artel.js', 'The module that pages load'],
        ]
      : []),
    ...(hasPackages
      ? [
          ['/packages/artel-sdk.tgz', 'The SDK, for npm install'],
          ['/packages/artel-widget.tgz', 'The widget, for npm install'],
        ]
      : []),
    ['/healthz', 'Health'],
    ['/readyz', 'Readiness'],
  ]
  const items = links.map(([href, text]) => `<li><a href="${href}">${href}</a> - ${text}</li>`).join('')
  sendHtml(response, {
    title: 'Artel',
    body: `<h1>Artel</h1><p>Coalition loyalty: one points currency, settled to the kopeck.</p><ul>${items}</ul>`,
  })
}

const ERROR_PAGE = {
  en: { title: 'Error codes', other: '<a href="?lang=ru">По-русски</a>', retry: 'Repeat it as it is.' },
  ru: { title: 'Коды ошибок', other: '<a href="?lang=en">In English</a>', retry: 'Повторите как есть.' },
}

/** Sends the page that `docUrl` of every error points to: in the `?lang=` asked for, else as the browser prefers. */
export function sendErrorPage({ request, response }: Pick<Exchange, 'request' | 'response'>): void {
  const asked = /[?&]lang=(ru|en)(?:&|$)/.exec(request.url ?? '')?.[1]
  const preferred = /^\s*ru\b/i.test(request.headers['accept-language'] ?? '') ? 'ru' : 'en'
  const language = asked === 'ru' || asked === 'en' ? asked : preferred
  response.setHeader('vary', 'accept-language')
  sendHtml(response, { language, title: `Artel: ${ERROR_PAGE[language].title}`, body: errorPage(language) })
}

/** The body of the page of codes. */
export function errorPage(language: Language, codes: readonly ExplainedCode[] = explainedCodes()): string {
  const { title, other, retry } = ERROR_PAGE[language]
  const items = codes.map(({ code, status, retryable, meaning, remedy, facts }) => {
    const text = [meaning[language], remedy[language], ...(retryable ? [retry] : [])].map(escaped).join(' ')
    const answer = [`HTTP ${status ?? 200}`, ...facts].map((fact) => `<code>${fact}</code>`).join(' ')
    return `<dt id="${code}">${code}</dt><dd>${text}</dd><dd>${answer}</dd>`
  })
  return `<h1>${title}</h1><p>${other}</p><dl>${items.join('')}</dl>`
}

function sendHtml(
  response: ServerResponse,
  { language = 'en', title, body }: { language?: Language; title: string; body: string },
): void {
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head><body>${body}</body></html>`
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(html),
    ...PAGE_HEADERS,
  })
  response.end(html)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
