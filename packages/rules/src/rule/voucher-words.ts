import { moneyText } from './amounts-in-words.ts'
import type { VoucherEffect } from './rule.ts'
import type { Speech } from './speech.ts'

/** What a voucher takes off a bill. The speech is handed in: that of a rule says by this what voucher the rule gives. */
export function voucherWords(
  { off, minTotalMinor, anyLine, maxMinor }: Omit<VoucherEffect, 'at' | 'validDays'>,
  say: Speech,
  currency: string,
): string {
  const { language } = say
  const most = VOUCHERS[language]
  const lines = anyLine ? say.lines(anyLine) : ''
  return [
    say.effect(off, currency, lines),
    ...(minTotalMinor === undefined ? [] : [most.from(moneyText(minTotalMinor, currency, language))]),
    ...(maxMinor === undefined ? [] : [most.atMost(moneyText(maxMinor, currency, language))]),
  ].join(', ')
}

const VOUCHERS = {
  en: {
    from: (sum: string) => `on bills of ${sum} or more`,
    atMost: (sum: string) => `at most ${sum}`,
  },
  ru: {
    from: (sum: string) => `на чек от ${sum}`,
    atMost: (sum: string) => `не больше ${sum}`,
  },
} as const
