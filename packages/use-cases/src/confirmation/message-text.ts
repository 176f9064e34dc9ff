import type { ConfirmedAct } from './act.ts'

export type MessageLocale = 'en' | 'ru'

/** What the message is made of besides the act. */
export interface CodeMessage {
  readonly code: string
  /** The member, or the coalition where an administrator asks. */
  readonly place: string
  readonly minutes: number
}

/**
 * Says what the code is for before it says the code, so that nobody gives away a code for something else. No name of another
 * customer is in it.
 */
export function codeMessage(
  act: Pick<ConfirmedAct, 'purpose' | 'points'>,
  { code, place, minutes }: CodeMessage,
  locale: MessageLocale,
): string {
  const { act: what, tail } = WORDS[locale]
  const points = act.points === null ? '' : new Intl.NumberFormat(locale).format(act.points)
  return `${what[act.purpose](place, points)} ${tail(code, minutes)}`
}

/** The subject of an e-mail with a code. */
export const codeSubject = (place: string, locale: MessageLocale): string =>
  locale === 'ru' ? `Код подтверждения: ${place}` : `Confirmation code: ${place}`

const WORDS = {
  en: {
    act: {
      HOUSEHOLD_JOIN: (place: string) => `${place}: joining a household.`,
      POINTS_TRANSFER: (place: string, points: string) => `${place}: giving away points, ${points} at most.`,
      SPEND: (place: string, points: string) => `${place}: spending points, ${points} at most.`,
      UNFREEZE: (place: string) => `${place}: unfreezing your points.`,
    },
    tail: (code: string, minutes: number) =>
      `If you agree, your code is ${code}. It works for ${minutes} minutes.`,
  },
  ru: {
    act: {
      HOUSEHOLD_JOIN: (place: string) => `${place}: вступление в семью.`,
      POINTS_TRANSFER: (place: string, points: string) => `${place}: передача баллов, не больше ${points}.`,
      SPEND: (place: string, points: string) => `${place}: списание баллов, не больше ${points}.`,
      UNFREEZE: (place: string) => `${place}: разморозка ваших баллов.`,
    },
    tail: (code: string, minutes: number) => `Если согласны, ваш код ${code}. Он действует ${minutes} мин.`,
  },
} as const
