/** What can be looked for in vain, or is there already, and what people call it. */
export const nouns = {
  coalition: { en: 'coalition', ru: 'коалиция' },
  terms: { en: 'terms', ru: 'условия' },
  member: { en: 'member', ru: 'участник' },
  customer: { en: 'customer', ru: 'покупатель' },
  consentText: { en: 'version of the consent text', ru: 'версия текста согласия' },
  purchase: { en: 'purchase', ru: 'покупка' },
  hold: { en: 'hold', ru: 'резерв' },
  entry: { en: 'entry', ru: 'проводка' },
  adjustment: { en: 'adjustment', ru: 'корректировка' },
  window: { en: 'closed window', ru: 'закрытый период' },
  statement: { en: 'statement', ru: 'акт' },
  statementLine: { en: 'line of the statement', ru: 'строка акта' },
  dispute: { en: 'dispute', ru: 'разногласие' },
  plan: { en: 'payment plan', ru: 'план платежей' },
  paymentLeg: { en: 'payment of the plan', ru: 'платёж к оплате' },
  payment: { en: 'payment', ru: 'оплата' },
  bankImport: { en: 'bank statement', ru: 'банковская выписка' },
  reconciliation: { en: 'reconciliation', ru: 'сверка' },
  reconciliationLine: { en: 'line of the reconciliation', ru: 'строка сверки' },
  confirmation: { en: 'confirmation', ru: 'код подтверждения' },
  apiKey: { en: 'API key', ru: 'ключ API' },
  tokenKey: { en: 'token key', ru: 'ключ токенов' },
  person: { en: 'person', ru: 'человек' },
  staffGrant: { en: 'role of a person', ru: 'роль сотрудника' },
  staffSession: { en: 'session', ru: 'сеанс' },
  till: { en: 'till', ru: 'касса' },
  rule: { en: 'rule', ru: 'правило' },
  pilot: { en: 'pilot', ru: 'пилот' },
  voucher: { en: 'voucher', ru: 'купон' },
  link: { en: 'link', ru: 'ссылка' },
  click: { en: 'click', ru: 'переход по ссылке' },
  tierLadder: { en: 'ladder of tiers', ru: 'лестница уровней' },
  tier: { en: 'tier', ru: 'уровень' },
  segment: { en: 'segment', ru: 'список покупателей' },
  commission: { en: 'commission', ru: 'комиссия' },
  commissionProgramme: { en: 'commission programme', ru: 'программа комиссий' },
  affiliate: { en: 'affiliate', ru: 'аффилиат' },
  affiliateTerms: { en: 'terms of affiliates', ru: 'условия для аффилиатов' },
  secondFactor: { en: 'second factor', ru: 'второй фактор' },
  webhookEndpoint: { en: 'webhook endpoint', ru: 'адрес уведомлений' },
  webhookDelivery: { en: 'webhook delivery', ru: 'уведомление' },
} as const

/** Nouns that may not be found. */
export type FindableNoun = keyof typeof nouns

const { dispute, coalition, member, customer, consentText, tokenKey, staffGrant } = nouns
/** Nouns of which there is one by each handle, phone, e-mail, reference or key id. */
export const uniqueNouns = {
  dispute,
  coalition,
  member,
  customer,
  consentText,
  tokenKey,
  staffGrant,
} as const
