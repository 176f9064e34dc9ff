import { plainName } from './plain-name.ts'
import type { SaleWords } from './sales-mapping.ts'

/** What a row of a till is, by its type and its status. */
export type SaleKind = 'SALE' | 'RETURN' | 'CANCELLED' | 'OTHER_OPERATION' | 'UNKNOWN'

const TYPES: readonly (readonly [RegExp, SaleKind])[] = [
  [/^(?:расход|возврат расхода|чек расхода)/u, 'OTHER_OPERATION'],
  [/^(?:чек )?(?:возврат|refund|return|chargeback)|^(?:sales?|payment) (?:refund|return)|возврат/u, 'RETURN'],
  [/^(?:сторно|отмен|аннул|cancel|void)/u, 'CANCELLED'],
  [
    /^(?:внесени|изъяти|инкасс|выплат|выемк|открыти|закрыти|отчет|x отчет|z отчет|х отчет|регистрац|размен)/u,
    'OTHER_OPERATION',
  ],
  [
    /^(?:cash in|cash out|pay in|pay out|payout|paid in|paid out|open|close|no sale|x report|z report)/u,
    'OTHER_OPERATION',
  ],
  [/^(?:чек )?(?:приход|продаж)|^(?:реализаци|розничная продажа|кассовый чек|оплата|чек|заказ)/u, 'SALE'],
  [/^(?:sale|sales|sell|payment|order|receipt|purchase|charge)(?= |$)/u, 'SALE'],
]

const STATUSES: readonly (readonly [RegExp, SaleKind])[] = [
  [/^(?:не |без оплаты|частично оплачен|ожида|отложен)/u, 'CANCELLED'],
  [/^(?:отмен|аннул|удал|возвр|чернов|ошиб|отказ|новый|новая)/u, 'CANCELLED'],
  [
    /^(?:cancel|void|refunded|unpaid|pending|fail|draft|delet|trash|declin|expir|on hold|authori[sz]ed|new)/u,
    'CANCELLED',
  ],
  [/^(?:partially paid|checkout draft|abandoned|returned|open)(?= |$)/u, 'CANCELLED'],
  [/^(?:оплач|закры|выполн|заверш|провед|пробит|успе|выдан|отгруж|достав|отправлен|актив|действ)/u, 'SALE'],
  [
    /^(?:paid|close|complete|done|fulfilled|success|succe|captur|settled|partially refunded|deliver|ship)/u,
    'SALE',
  ],
  [/^(?:active|processing|finished|approved|ok)(?= |$)/u, 'SALE'],
]

/** What the word in a column of types stands for; an empty one stands for a sale. */
export const kindOfType = (word: string, words: SaleWords | undefined): SaleKind =>
  kindOf(word, TYPES, words, 'OTHER_OPERATION')

/** What the word in a column of statuses stands for: a sale that counts, or one that does not. */
export function kindOfStatus(word: string, words: SaleWords | undefined): SaleKind {
  const kind = kindOf(word, STATUSES, words, 'CANCELLED')
  return kind === 'RETURN' || kind === 'OTHER_OPERATION' ? 'CANCELLED' : kind
}

function kindOf(
  word: string,
  usual: readonly (readonly [RegExp, SaleKind])[],
  words: SaleWords | undefined,
  skipped: SaleKind,
): SaleKind {
  if (word === '') return 'SALE'
  const plain = plainName(word)
  const isAmong = (list: readonly string[] | undefined) =>
    list?.some((one) => plainName(one) === plain) ?? false
  if (isAmong(words?.sales)) return 'SALE'
  if (isAmong(words?.returns)) return 'RETURN'
  if (isAmong(words?.skipped)) return skipped
  return usual.find(([pattern]) => pattern.test(plain))?.[1] ?? 'UNKNOWN'
}
