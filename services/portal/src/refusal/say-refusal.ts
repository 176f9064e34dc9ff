import type { Refusal } from '../api/run-command.ts'
import { formatMoney } from '../number/format-money.ts'
import { formatPoints } from '../number/format-points.ts'
import { formatInstant } from '../number/format-time.ts'

/** What a refusal means and the way out, a language at a time. `{figure}` stands for a figure of the refusal. */
export type RefusalWords = Readonly<Record<string, { readonly meaning: string; readonly remedy: string }>>

/** The figures of a refusal, as far as it has any. */
export type Figures = Pick<
  Refusal,
  'available' | 'maxPoints' | 'left' | 'held' | 'refundable' | 'attemptsLeft' | 'retryAt' | 'givesUpAtMost'
>

interface Saying {
  /** The API's own words for all codes. */
  readonly general: RefusalWords
  /** The portal's, for who has a page and no program before them: they come first. */
  readonly own: RefusalWords
  readonly language: string
  readonly timeZone: string
}

/** What a page says of a refusal; null for a code that is newer than the page. */
export function sayRefusal(
  refusal: Pick<Refusal, 'code'> & Figures,
  { general, own, language, timeZone }: Saying,
): { readonly meaning: string; readonly remedy: string } | null {
  const used = refusal.code === 'CONFIRMATION_INVALID' && refusal.attemptsLeft === 0
  const words = (used && own.CONFIRMATION_USED_UP) || own[refusal.code] || general[refusal.code]
  if (!words) return null
  const figures = said(refusal, language, timeZone)
  const filled = (text: string) => text.replaceAll(/\{(\w+)\}/g, (_hole, name) => figures[name] ?? '…')
  return { meaning: filled(words.meaning), remedy: filled(words.remedy) }
}

function said(figures: Figures, language: string, timeZone: string): Readonly<Record<string, string>> {
  const { refundable, attemptsLeft, retryAt, available, maxPoints, left, held, givesUpAtMost } = figures
  const points = Object.entries({ available, maxPoints, left, held, givesUpAtMost }).flatMap(
    ([name, value]) => (value == null ? [] : [[name, formatPoints(value, language)] as const]),
  )
  return {
    ...Object.fromEntries(points),
    ...(refundable ? { refundable: formatMoney(refundable, language) } : {}),
    ...(attemptsLeft == null ? {} : { attemptsLeft: String(attemptsLeft) }),
    ...(retryAt ? { retryAt: formatInstant(retryAt, language, timeZone) } : {}),
  }
}
