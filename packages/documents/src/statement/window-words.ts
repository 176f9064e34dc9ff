import type { DocumentLanguage, StatementDocument } from './statement-document.ts'
import type { StatementWords } from './statement-words.ts'
import { zonedDate, zonedTime } from './zoned-date.ts'

/** How a statement names its window: days, and where it is cut within one, the instant to the second. */
export interface WindowWords {
  /** As a period has them: the first and the last day. */
  readonly from: string
  readonly to: string
  /** As a balance has them: the start of the first day, the end of the last. */
  readonly opensAt: string
  readonly closesAt: string
}

/** The true cuts of a window, on the coalition's calendar. */
export function windowWords({ window, timeZone }: StatementDocument, words: StatementWords): WindowWords {
  const { language } = words
  const first = zonedDate(window.from, timeZone, language)
  const last = zonedDate(new Date(window.to.getTime() - 1), timeZone, language)
  const [from, to] = [window.from, window.to].map((cut) => instantWithin(cut, timeZone, language))
  return {
    from: from ?? first,
    to: to ?? last,
    opensAt: from ?? words.startOf(first),
    closesAt: to ?? words.endOf(last),
  }
}

/** Undefined where a day begins. */
function instantWithin(cut: Date, timeZone: string, language: DocumentLanguage): string | undefined {
  const time = zonedTime(cut, timeZone)
  return time === '00:00:00' ? undefined : `${zonedDate(cut, timeZone, language)} ${time}`
}
