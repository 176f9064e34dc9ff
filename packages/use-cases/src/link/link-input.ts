import { InvalidInputError } from '@artel/ledger'
import {
  isMadeLinkCode,
  isOnPages,
  MAX_UTM_LENGTH,
  readingsOfLinkCode,
  UTM_NAMES,
  type Utm,
} from '@artel/rules'
import { checkBillCode } from '../input/bill-code.ts'
import { checkText } from '../input/text.ts'

const MAX_URL_LENGTH = 2048
const MAX_PAGES = 20
/** A code of fewer letters is found by trying. */
const MIN_CODE_LENGTH = 4

/** The `utm_` parameters of a link, each left out or a text. */
export type UtmInput = { readonly [Name in keyof Utm]?: string | null }

/** Checks the parameters of a link; an empty object where none is given. Throws InvalidInputError. */
export function checkUtm(input: UtmInput | null | undefined): Utm {
  const given = UTM_NAMES.flatMap((name) => {
    const value = input?.[name]
    return value == null ? [] : [[name, checkText(['utm', name], value, MAX_UTM_LENGTH)] as const]
  })
  return Object.fromEntries(given)
}

/**
 * A code that a link is to have: what a till accepts as one. Null: one is made. Throws InvalidInputError.
 */
export function checkLinkCode(value: string | null | undefined): string | null {
  const path = ['code']
  const code = checkBillCode(path, value)
  if (code !== null && (readingsOfLinkCode(code)[0]?.length ?? 0) < MIN_CODE_LENGTH)
    throw new InvalidInputError({ path, problem: `Must have ${MIN_CODE_LENGTH} letters and digits or more.` })
  if (code !== null && isMadeLinkCode(code))
    throw new InvalidInputError({
      path,
      problem: 'Is spelled like the codes that are made. Choose another, or leave it out.',
    })
  return code
}

/** Pages that links lead to, in their order, without duplicates; in a sandbox pages of this machine too. Throws InvalidInputError. */
export function checkLinkPages(pages: readonly string[], { isTest }: { readonly isTest: boolean }): string[] {
  if (pages.length > MAX_PAGES)
    throw new InvalidInputError({ path: ['linkPages'], problem: `Must have at most ${MAX_PAGES} pages.` })
  return [...new Set(pages.map((page, index) => checkPage(['linkPages', String(index)], page, { isTest })))]
}

/** Where a link leads: an address on a page that the member allows; null: the first of them. Throws InvalidInputError. */
export function checkTarget(value: string | null | undefined, pages: readonly string[]): string | null {
  if (value == null) return null
  const path = ['targetUrl']
  // Of this machine only where such a page is allowed.
  const target = checkPage(path, value, { isTest: true })
  if (isOnPages(target, pages)) return target
  throw new InvalidInputError({
    path,
    problem: 'Must lie on a page that the member allows links to. Add it to the member first.',
  })
}

/** An https address without user name, password and fragment; in a sandbox http on this machine, for trying things out. */
function checkPage(path: readonly string[], text: string, { isTest }: { readonly isTest: boolean }): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isLocal = isTest && url?.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname)
  const isWhole =
    url !== undefined && (url.protocol === 'https:' || isLocal) && !url.username && !url.password
  if (isWhole && !url.hash && url.href.length <= MAX_URL_LENGTH) return url.href
  throw new InvalidInputError({
    path,
    problem: 'Must be an https address without user name, password or fragment.',
  })
}
