/** What settling says to people. */
export interface SettleWords {
  readonly locale: string
  readonly columns: Readonly<
    Record<
      | 'window'
      | 'status'
      | 'opens'
      | 'cutOff'
      | 'payment'
      | 'member'
      | 'opening'
      | 'net'
      | 'payments'
      | 'closing'
      | 'lines'
      | 'answer'
      | 'no'
      | 'payer'
      | 'payee'
      | 'amount'
      | 'paid'
      | 'reference'
      | 'due'
      | 'verdict'
      | 'remainder'
      | 'reason',
      string
    >
  >
  readonly status: Readonly<Record<string, string>>
  readonly coalition: string
  readonly stating: string
  readonly plan: (no: number, method: string, hash: string) => string
  readonly total: string
  readonly nothingToPay: string
  readonly done: (window: number, status: string) => string
  readonly ask: Readonly<Record<string, (window: number) => string>>
  readonly askKey: string
  readonly askPaid: (reference: string, amount: string) => string
  readonly stopped: string
  readonly waiting: string
  readonly written: (file: string) => string
  readonly sound: string
  readonly broken: (count: number) => string
}

const en: SettleWords = {
  locale: 'en-GB',
  columns: {
    window: 'Window',
    status: 'Status',
    opens: 'From',
    cutOff: 'To',
    payment: 'Pay by',
    member: 'Member',
    opening: 'Opening',
    net: 'Net',
    payments: 'Paid',
    closing: 'Owes',
    lines: 'Lines',
    answer: 'Answer',
    no: 'No.',
    payer: 'Payer',
    payee: 'Payee',
    amount: 'Amount',
    paid: 'Paid',
    reference: 'Reference',
    due: 'Due',
    verdict: 'Verdict',
    remainder: 'Left',
    reason: 'Why',
  },
  status: {
    OPEN: 'open',
    CLOSED: 'closed',
    STATED: 'stated',
    AGREED: 'agreed',
    APPROVED: 'approved',
    SETTLED: 'settled',
    ACCEPTED: 'accepted',
    DISPUTED: 'disputed',
    RESOLVED: 'resolved',
    PARTIAL: 'in part',
    PAID: 'paid',
    RECEIVABLE: 'receivable',
  },
  coalition: 'coalition',
  stating: 'Statements',
  plan: (no, method, hash) => `Plan ${no}, ${method}, ${hash}`,
  total: 'Total',
  nothingToPay: 'Nobody has to pay anything.',
  done: (window, status) => `Window ${window} is ${status}.`,
  ask: {
    OPEN: (window) => `Close window ${window} now?`,
    CLOSED: (window) => `Make the statements of window ${window}?`,
    STATED: (window) => `Propose the plan of window ${window}?`,
    AGREED: (window) => `Propose the plan of window ${window}?`,
    APPROVED: (window) => `End the settlement of window ${window}?`,
  },
  askKey: "Another administrator's key (ak_...), to approve; empty to stop: ",
  askPaid: (reference, amount) => `${reference}: were ${amount} paid?`,
  stopped: 'Stopped. Run the command again to go on from here.',
  waiting: 'It waits for others:',
  written: (file) => `Written: ${file}`,
  sound: 'Every statement is made of the lines that the ledger has.',
  broken: (count) => `${count} statements are not made of the lines that the ledger has.`,
}

const ru: SettleWords = {
  locale: 'ru-RU',
  columns: {
    window: 'Период',
    status: 'Состояние',
    opens: 'С',
    cutOff: 'По',
    payment: 'Срок',
    member: 'Участник',
    opening: 'На начало',
    net: 'Обороты',
    payments: 'Оплачено',
    closing: 'Должен',
    lines: 'Строк',
    answer: 'Ответ',
    no: '№',
    payer: 'Плательщик',
    payee: 'Получатель',
    amount: 'Сумма',
    paid: 'Оплачено',
    reference: 'Назначение',
    due: 'Срок',
    verdict: 'Итог',
    remainder: 'Остаток',
    reason: 'Почему',
  },
  status: {
    OPEN: 'открыт',
    CLOSED: 'закрыт',
    STATED: 'акты составлены',
    AGREED: 'согласован',
    APPROVED: 'план утверждён',
    SETTLED: 'рассчитан',
    ACCEPTED: 'принят',
    DISPUTED: 'есть разногласия',
    RESOLVED: 'разногласия решены',
    PARTIAL: 'частично',
    PAID: 'оплачен',
    RECEIVABLE: 'долг',
  },
  coalition: 'коалиция',
  stating: 'Акты',
  plan: (no, method, hash) => `План ${no}, ${method}, ${hash}`,
  total: 'Всего',
  nothingToPay: 'Платить никому ничего не нужно.',
  done: (window, status) => `Период ${window}: ${status}.`,
  ask: {
    OPEN: (window) => `Закрыть период ${window} сейчас?`,
    CLOSED: (window) => `Составить акты за период ${window}?`,
    STATED: (window) => `Предложить план платежей за период ${window}?`,
    AGREED: (window) => `Предложить план платежей за период ${window}?`,
    APPROVED: (window) => `Завершить расчёты за период ${window}?`,
  },
  askKey: 'Ключ другого администратора (ak_...), чтобы утвердить; пусто - остановиться: ',
  askPaid: (reference, amount) => `${reference}: оплачено ${amount}?`,
  stopped: 'Остановлено. Запустите команду ещё раз, чтобы продолжить.',
  waiting: 'Ожидание других:',
  written: (file) => `Записано: ${file}`,
  sound: 'Все акты составлены из тех строк, что есть в журнале.',
  broken: (count) => `Актов, строки которых не сходятся с журналом: ${count}.`,
}

/** Words of the command by language. */
export const SETTLE_WORDS: Readonly<Record<'ru' | 'en', SettleWords>> = { en, ru }
