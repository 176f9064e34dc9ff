import { capital } from './phrases.ts'
import type { VoucherEffect } from './rule.ts'
import type { RuleLanguage } from './rule-language.ts'
import { SPEECHES } from './speeches.ts'
import { voucherWords } from './voucher-words.ts'

/** What a voucher takes off a bill, as one sentence without where and until when. */
export const describeVoucher = (
  voucher: Omit<VoucherEffect, 'at' | 'validDays'>,
  language: RuleLanguage,
  currency: string,
): string => capital(voucherWords(voucher, SPEECHES[language], currency))
