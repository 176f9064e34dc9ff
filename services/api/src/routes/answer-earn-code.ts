import type { ServerResponse } from 'node:http'
import { moneyText, writtenEarnCode } from '@artel/rules'
import type { Store } from '@artel/store'
import { type EarnCodeDoor, type EarnCodeState, type SeenEarnCode, seenEarnCode } from '@artel/use-cases'
import type { Exchange } from '../http/exchange.ts'
import { PAGE_HEADERS } from '../http/security-headers.ts'

/** What the page of a code is made with. */
interface EarnCodeDesk {
  readonly store: Store
  readonly door: EarnCodeDoor
  /** Makes the caller pay for a code that there is not. May refuse. */
  readonly payForUnknown: () => Promise<void>
}

const PATH = /^\/earn\/([^/]{1,200})$/

/**
 * Answers `GET /earn/<code>`: what the code is, as a page or, to whoever asks for `application/json`, as JSON. It consumes nothing, so
 * that a messenger which looks at an address before a person does takes nobody's points.
 */
export async function answerEarnCode(
  { request, response, path }: Exchange,
  { store, door, payForUnknown }: EarnCodeDesk,
): Promise<void> {
  const seen = await seenEarnCode(store, door, decoded(PATH.exec(path)?.[1] ?? ''))
  if (!seen) await payForUnknown()
  const wantsJson = (request.headers.accept ?? '').toLowerCase().includes('application/json')
  const status = seen ? 200 : 404
  if (wantsJson) send(response, status, { type: 'application/json', body: json(seen) })
  else send(response, status, { type: 'text/html', body: page(seen) })
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

function json(seen: SeenEarnCode | undefined): string {
  if (!seen) return JSON.stringify({ error: 'NOT_FOUND' })
  const { code, state, memberName, totalMinor, currency, lastDay } = seen
  return JSON.stringify({
    ...{ kind: 'EARN_CODE', code: writtenEarnCode(code), state, member: memberName },
    ...{ total: { amountMinor: String(totalMinor), currency }, lastDay, claimBy: 'earnCodeClaim' },
  })
}

const STATES: Readonly<Record<EarnCodeState, { readonly ru: string; readonly en: string }>> = {
  ISSUED: {
    ru: 'Чтобы получить баллы, введите код в своём кошельке или назовите его на кассе. Эта страница ничего не списывает.',
    en: 'To get the points, type the code in your wallet or tell it at the till. This page uses nothing up.',
  },
  CLAIMED: { ru: 'Баллы по этому коду уже начислены.', en: 'The points of this code were given already.' },
  REVOKED: { ru: 'Код отозван.', en: 'The code was taken back.' },
  EXPIRED: { ru: 'Срок кода прошёл.', en: 'The days of the code are over.' },
}

const NONE = {
  ru: 'Такого кода нет. Проверьте его: он напечатан рядом с QR-кодом.',
  en: 'There is no such code. Check it: it is printed beside the QR code.',
}

function page(seen: SeenEarnCode | undefined): string {
  if (!seen) return html('Такого кода нет', `<p>${NONE.ru}</p><p lang="en">${NONE.en}</p>`)
  const { code, state, memberName, totalMinor, currency, lastDay } = seen
  const name = escaped(memberName)
  const [ru, en] = (['ru', 'en'] as const).map((language) => moneyText(totalMinor, currency, language))
  const { ru: saysRu, en: saysEn } = STATES[state]
  return html(
    'Код начисления',
    `<p class="code">${writtenEarnCode(code)}</p><p>${name}: чек на ${ru}, действует по ${lastDay}. ${saysRu}</p>` +
      `<p lang="en">${name}: a bill of ${en}, until ${lastDay}. ${saysEn}</p>`,
  )
}

const html = (
  title: string,
  body: string,
) => `<!doctype html><html lang="ru"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>body{font:18px/1.5 system-ui,sans-serif;margin:15vh auto;max-width:32em;padding:0 1em}.code{font:700 1.4em ui-monospace,monospace}</style>
<h1>${title}</h1>${body}</html>
`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function send(
  response: ServerResponse,
  status: number,
  { type, body }: { readonly type: string; readonly body: string },
): void {
  response.writeHead(status, {
    ...PAGE_HEADERS,
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex',
    vary: 'accept',
  })
  response.end(body)
}
