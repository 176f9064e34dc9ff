import type { DocumentLanguage } from './statement-document.ts'

/** Everything that a statement says in one language. */
export interface StatementWords {
  readonly language: DocumentLanguage
  /** For `Intl`. */
  readonly locale: string
  readonly kinds: Readonly<Record<string, string>>
  readonly csvColumns: readonly string[]
  readonly title: (no: number) => string
  readonly period: (from: string, to: string) => string
  readonly parties: (coalition: string, member: string) => string
  readonly taxId: string
  readonly kpp: string
  readonly inCurrency: (currency: string) => string
  readonly byOperator: string
  readonly byMember: string
  readonly byKind: string
  readonly columns: {
    readonly no: string
    readonly date: string
    readonly operation: string
    readonly counterparty: string
    readonly reference: string
    readonly points: string
    readonly debit: string
    readonly credit: string
    readonly lines: string
    readonly rate: string
    readonly net: string
    readonly tax: string
  }
  readonly startOf: (date: string) => string
  readonly endOf: (date: string) => string
  readonly openingOn: (when: string) => string
  readonly turnover: string
  /** `residue`: what the exact balance is more, on which side; undefined where it is the printed one. */
  readonly rounding: (residue: { readonly amount: string; readonly isDebit: boolean } | undefined) => string
  readonly closingOn: (when: string) => string
  readonly byCounterparty: string
  readonly noCounterparty: string
  readonly vat: string
  readonly noVat: string
  readonly memberOwes: (when: string, amount: string) => string
  readonly operatorOwes: (when: string, amount: string) => string
  readonly nobodyOwes: (when: string) => string
  readonly planDecides: (dueOn: string) => string
  /** What a plan leaves for later; undefined where no balance is too small to be paid. */
  readonly carriedForward: (minPayout: string | undefined) => string
  readonly proof: (lineCount: string) => string
  readonly lineHash: string
  readonly chainHead: string
  readonly operator: string
  readonly member: string
  readonly position: string
  readonly signature: string
  readonly signedName: string
  readonly stamp: string
  readonly register: string
  readonly noLines: string
  readonly page: (no: number) => string
  readonly sheets: (count: number) => string
  readonly issued: (date: string, time: string) => string
}

const ru: StatementWords = {
  language: 'ru',
  locale: 'ru-RU',
  kinds: {
    OPENING: 'Сальдо начальное',
    ROUNDING: 'Округление',
    CLOSING: 'Сальдо конечное',
    EARN: 'Начисление баллов',
    REDEEM: 'Списание баллов',
    EARN_REVERSAL: 'Отмена начисления',
    REDEEM_REVERSAL: 'Отмена списания',
    EXPIRE: 'Сгорание баллов',
    DEBT_RECOVERY: 'Погашение долга покупателя',
    DISCOUNT_COST: 'Компенсация скидки',
    PROMO: 'Баллы по акции',
    ADJUSTMENT: 'Корректировка',
    GOODWILL: 'Баллы в знак извинения',
    COMMISSION: 'Комиссия',
    COMMISSION_REVERSAL: 'Возврат комиссии',
    REFERRAL: 'Вознаграждение за рекомендацию',
    OFFER: 'Возмещение по предложению',
    WRITE_OFF: 'Списание долга',
    PAYMENT: 'Оплата',
    PAYMENT_REVERSAL: 'Отмена оплаты',
    DISPUTE_RESOLUTION: 'Решение по разногласию',
    SETTLEMENT: 'Округление до копеек',
    OFFER_BENEFIT: 'Возмещение по предложению',
    REVALUATION: 'Переоценка',
  },
  csvColumns: [
    ...['№', 'Дата', 'Время', 'Код операции', 'Операция', 'Код контрагента', 'Контрагент', 'Документ'],
    ...['Баллы', 'Дебет', 'Кредит', 'Сальдо', 'Проводка', 'Момент (UTC)', 'Хеш'],
    ...['Ставка НДС', 'Без НДС', 'НДС'],
  ],
  title: (no) => `Акт сверки взаимных расчётов № ${no}`,
  period: (from, to) => `за период с ${from} по ${to}`,
  parties: (coalition, member) =>
    `Мы, нижеподписавшиеся, ${coalition} (далее - Оператор), с одной стороны, и ${member} (далее - Участник), с другой стороны, составили настоящий акт сверки в том, что состояние взаимных расчётов по программе лояльности по данным учёта следующее:`,
  taxId: 'ИНН',
  kpp: 'КПП',
  inCurrency: (currency) => `суммы в ${currency === 'RUB' ? 'рублях' : currency}`,
  byOperator: 'По данным Оператора',
  byMember: 'По данным Участника',
  byKind: 'Состояние расчётов',
  columns: {
    no: '№',
    date: 'Дата',
    operation: 'Операция',
    counterparty: 'Контрагент',
    reference: 'Документ',
    points: 'Баллы',
    debit: 'Дебет',
    credit: 'Кредит',
    lines: 'Строк',
    rate: 'Ставка НДС',
    net: 'Без НДС',
    tax: 'НДС',
  },
  startOf: (date) => `начало ${date}`,
  endOf: (date) => `конец ${date}`,
  openingOn: (when) => `Сальдо на ${when}`,
  turnover: 'Обороты за период',
  rounding: (residue) =>
    residue
      ? `Округление (в сальдо не вошло ${residue.amount} по ${residue.isDebit ? 'дебету' : 'кредиту'})`
      : 'Округление',
  closingOn: (when) => `Сальдо на ${when}`,
  byCounterparty: 'Обороты по контрагентам',
  noCounterparty: 'Сам Оператор (вознаграждение, резерв, платежи)',
  vat: 'Налог на добавленную стоимость в составе оборотов',
  noVat: 'Без НДС',
  memberOwes: (when, amount) => `На ${when} задолженность Участника перед Оператором составляет ${amount}.`,
  operatorOwes: (when, amount) => `На ${when} задолженность Оператора перед Участником составляет ${amount}.`,
  nobodyOwes: (when) => `На ${when} взаимной задолженности нет.`,
  planDecides: (dueOn) =>
    `Кто, кому и сколько платит, определяет утверждённый план платежей за период; срок оплаты по нему - ${dueOn}. План учитывает также платежи и разногласия, которых в этом акте нет.`,
  carriedForward: (minPayout) =>
    minPayout === undefined
      ? 'Удержанный депозит не выплачивается, а переносится на следующий период.'
      : `Сальдо меньше ${minPayout} и удержанный депозит не выплачиваются, а переносятся на следующий период.`,
  proof: (lineCount) =>
    `Акт составлен по реестру операций (строк: ${lineCount}), который приложен и является его частью. Реестр и журнал учёта защищены хешами SHA-256:`,
  lineHash: 'Хеш строк реестра',
  chainHead: 'Вершина цепи журнала',
  operator: 'Оператор',
  member: 'Участник',
  position: 'должность',
  signature: 'подпись',
  signedName: 'расшифровка подписи',
  stamp: 'М.П.',
  register: 'Приложение. Реестр операций',
  noLines: 'За период операций не было.',
  page: (no) => `Лист ${no}`,
  sheets: (count) => `Всего листов: ${count}`,
  issued: (date, time) => `Составлен ${date} в ${time}`,
}

const en: StatementWords = {
  language: 'en',
  locale: 'en-GB',
  kinds: {
    OPENING: 'Opening balance',
    ROUNDING: 'Rounding',
    CLOSING: 'Closing balance',
    EARN: 'Points issued',
    REDEEM: 'Points redeemed',
    EARN_REVERSAL: 'Issue reversed',
    REDEEM_REVERSAL: 'Redemption reversed',
    EXPIRE: 'Points expired',
    DEBT_RECOVERY: 'Customer debt recovered',
    DISCOUNT_COST: 'Discount compensation',
    PROMO: 'Promotional points',
    ADJUSTMENT: 'Adjustment',
    GOODWILL: 'Goodwill points',
    COMMISSION: 'Commission',
    COMMISSION_REVERSAL: 'Commission taken back',
    REFERRAL: 'Referral bonus',
    OFFER: 'Offer reimbursed',
    WRITE_OFF: 'Write-off',
    PAYMENT: 'Payment',
    PAYMENT_REVERSAL: 'Payment taken back',
    DISPUTE_RESOLUTION: 'Outcome of a dispute',
    SETTLEMENT: 'Rounding to minor units',
    OFFER_BENEFIT: 'Offer reimbursed',
    REVALUATION: 'Revaluation',
  },
  csvColumns: [
    ...['No', 'Date', 'Time', 'Kind', 'Operation', 'Counterparty id', 'Counterparty', 'Reference'],
    ...['Points', 'Debit', 'Credit', 'Balance', 'Entry', 'Instant (UTC)', 'Hash'],
    ...['VAT rate', 'Without VAT', 'VAT'],
  ],
  title: (no) => `Statement of account No. ${no}`,
  period: (from, to) => `for the period ${from} to ${to}`,
  parties: (coalition, member) =>
    `Between ${coalition} (the Operator) and ${member} (the Member): mutual settlements under the loyalty programme, as the books of the Operator show them.`,
  taxId: 'Tax ID',
  kpp: 'KPP',
  inCurrency: (currency) => `amounts in ${currency}`,
  byOperator: 'Books of the Operator',
  byMember: 'Books of the Member',
  byKind: 'State of account',
  columns: {
    no: 'No',
    date: 'Date',
    operation: 'Operation',
    counterparty: 'Counterparty',
    reference: 'Reference',
    points: 'Points',
    debit: 'Debit',
    credit: 'Credit',
    lines: 'Lines',
    rate: 'VAT rate',
    net: 'Net',
    tax: 'VAT',
  },
  startOf: (date) => `the start of ${date}`,
  endOf: (date) => `the end of ${date}`,
  openingOn: (when) => `Balance at ${when}`,
  turnover: 'Turnover of the period',
  rounding: (residue) =>
    residue
      ? `Rounding (${residue.amount} ${residue.isDebit ? 'debit' : 'credit'} is not in the balance)`
      : 'Rounding',
  closingOn: (when) => `Balance at ${when}`,
  byCounterparty: 'Turnover by counterparty',
  noCounterparty: 'The Operator itself (fees, reserve, payments)',
  vat: 'Value-added tax within the turnover',
  noVat: 'No VAT',
  memberOwes: (when, amount) => `At ${when} the Member owes the Operator ${amount}.`,
  operatorOwes: (when, amount) => `At ${when} the Operator owes the Member ${amount}.`,
  nobodyOwes: (when) => `At ${when} neither party owes the other.`,
  planDecides: (dueOn) =>
    `Who pays whom, and how much, is decided by the approved payment plan of the period; what it asks for is due ${dueOn}. The plan also counts payments and disputes that are not in this statement.`,
  carriedForward: (minPayout) =>
    minPayout === undefined
      ? 'A deposit that is kept is not paid out; it is carried forward to the next period.'
      : `A balance below ${minPayout} and a deposit that is kept are not paid; they are carried forward to the next period.`,
  proof: (lineCount) =>
    `Drawn up from the register of operations (${lineCount} lines), which is attached and part of it. The register and the ledger are sealed by SHA-256 hashes:`,
  lineHash: 'Hash of the lines',
  chainHead: 'Head of the ledger chain',
  operator: 'The Operator',
  member: 'The Member',
  position: 'position',
  signature: 'signature',
  signedName: 'name',
  stamp: 'Stamp',
  register: 'Appendix. Register of operations',
  noLines: 'There were no operations in the period.',
  page: (no) => `Page ${no}`,
  sheets: (count) => `Pages in all: ${count}`,
  issued: (date, time) => `Issued ${date} at ${time}`,
}

/** The words of a language. */
export const wordsOf = (
  language: DocumentLanguage,
  party: { readonly isAffiliate?: true } = {},
): StatementWords => (party.isAffiliate ? ofAffiliate : ofMember)[language === 'ru' ? 'ru' : 'en']

const ofMember = { ru, en }

/** The same words for an affiliate, which is no member. */
function affiliateWords(words: StatementWords): StatementWords {
  const called = (text: string) =>
    text
      .replaceAll('Участник', 'Аффилиат')
      .replaceAll('a Member', 'an Affiliate')
      .replaceAll('Member', 'Affiliate')
  const texts = Object.entries(words).map(([name, word]) => [
    name,
    typeof word === 'string' ? called(word) : word,
  ])
  return {
    ...words,
    ...(Object.fromEntries(texts) as Partial<StatementWords>),
    // Names come in afterwards: somebody may be called so.
    parties: (coalition, affiliate) =>
      called(words.parties('\u0001', '\u0002'))
        .replace('\u0001', () => coalition)
        .replace('\u0002', () => affiliate),
    memberOwes: (when, amount) => called(words.memberOwes(when, amount)),
    operatorOwes: (when, amount) => called(words.operatorOwes(when, amount)),
  }
}

const ofAffiliate = { ru: affiliateWords(ru), en: affiliateWords(en) }

/** What a kind of line is called; a kind without a name is printed as its code. */
export const kindName = (words: StatementWords, kind: string): string => words.kinds[kind] ?? kind
