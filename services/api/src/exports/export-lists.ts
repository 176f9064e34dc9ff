import type { RowColumn, RowColumnType } from '@artel/documents'
import type { ExportFilters, ListedKind } from '@artel/use-cases'

/** A column, and where its cell is in a node of the answer. */
export interface ListColumn extends RowColumn {
  readonly path: readonly string[]
}

/** A list of the API as a file asks for it. */
export interface ExportList {
  /** Field of the root. */
  readonly field: string
  /** Type of its filter; null where filters are arguments of the field. */
  readonly filter: string | null
  /** Names in the filter, and of arguments their types. */
  readonly names: Partial<Readonly<Record<keyof ExportFilters, string>>>
  /** What its rows are bounded by: of `at` the last batch, of `askedAt` the instant of the command; null where there is no bound. */
  readonly bound: 'at' | 'askedAt' | null
  readonly columns: readonly ListColumn[]
}

const column =
  (type: RowColumnType) =>
  (name: string, ru: string, path = name): ListColumn => ({ name, ru, type, path: path.split('.') })
const text = column('text')
const whole = column('whole')
const minor = column('minor')
const micros = column('micros')
const instant = column('instant')

const ID = text('id', 'номер')
const MEMBER = text('member', 'участник', 'member.handle')
const CUSTOMER = text('customer', 'клиент', 'customer.id')
const RECORDED = { from: 'recordedFrom', to: 'recordedTo', memberId: 'memberId' }

/** Every list but transfers, which no query has. */
export const EXPORT_LISTS: Readonly<Record<ListedKind, ExportList>> = {
  PURCHASES: {
    ...{ field: 'purchases', filter: 'PurchasesFilter', bound: 'at' },
    names: { ...RECORDED, customerId: 'customerId' },
    columns: [
      ...[ID, MEMBER, CUSTOMER, text('receiptRef', 'чек'), text('code', 'код')],
      ...[minor('total', 'сумма', 'total.amountMinor'), minor('discount', 'скидка', 'discount.amountMinor')],
      minor('pointsPart', 'оплачено баллами', 'pointsPart.amountMinor'),
      minor('moneyPart', 'оплачено деньгами', 'moneyPart.amountMinor'),
      whole('pointsRedeemed', 'списано баллов'),
      whole('pointsEarned', 'начислено баллов'),
      ...[instant('occurredAt', 'продажа'), instant('recordedAt', 'записана')],
      ...[
        text('personId', 'кто записал', 'recordedBy.personId'),
        text('tillId', 'касса', 'recordedBy.tillId'),
      ],
    ],
  },
  REFUNDS: {
    ...{ field: 'refunds', filter: 'RefundsFilter', names: RECORDED, bound: 'at' },
    columns: [
      ...[ID, text('purchase', 'покупка', 'purchase.id'), text('receiptRef', 'чек', 'purchase.receiptRef')],
      ...[
        text('member', 'участник', 'purchase.member.handle'),
        text('customer', 'клиент', 'purchase.customer.id'),
      ],
      ...[
        minor('amount', 'возвращено', 'amount.amountMinor'),
        minor('moneyPart', 'деньгами', 'moneyPart.amountMinor'),
      ],
      ...[whole('pointsReturned', 'баллов вернулось'), whole('pointsRecovered', 'баллов забрано')],
      ...[text('reason', 'причина'), instant('recordedAt', 'записан')],
    ],
  },
  CUSTOMERS: {
    ...{ field: 'customers', filter: 'CustomersFilter', bound: 'askedAt' },
    names: { from: 'enrolledFrom', to: 'enrolledTo', memberId: 'enrolledBy' },
    columns: [
      ...[ID, text('name', 'имя'), text('phone', 'телефон'), text('email', 'почта')],
      ...[text('card', 'карта', 'card.number'), text('status', 'состояние')],
      instant('enrolledAt', 'записан', 'createdAt'),
    ],
  },
  ENTRIES: {
    ...{ field: 'entries', filter: 'EntriesFilter', bound: 'at' },
    names: { from: 'postedFrom', to: 'postedTo', memberId: 'memberId', customerId: 'customerId' },
    columns: [
      ...[ID, text('kind', 'вид'), MEMBER, CUSTOMER, whole('points', 'баллы')],
      ...[whole('balanceAfter', 'остаток'), instant('postedAt', 'проведена')],
    ],
  },
  STATEMENTS: {
    ...{ field: 'memberStatements', filter: null, bound: null },
    names: { memberId: 'ID', windowNo: 'Int' },
    columns: [
      ...[ID, whole('windowNo', 'период'), MEMBER, text('status', 'состояние')],
      ...[
        micros('opening', 'сальдо начальное', 'opening.amountMicros'),
        micros('net', 'оборот', 'net.amountMicros'),
      ],
      ...[
        micros('payments', 'оплаты', 'payments.amountMicros'),
        micros('closing', 'сальдо конечное', 'closing.amountMicros'),
      ],
      ...[minor('toPay', 'к оплате', 'toPay.amountMinor'), whole('lineCount', 'строк')],
      ...[text('lineHash', 'хеш строк'), instant('statedAt', 'выставлен')],
    ],
  },
  AUDIT: {
    ...{ field: 'auditEvents', filter: 'AuditEventsFilter', bound: 'askedAt' },
    names: { from: 'from', to: 'to', memberId: 'member' },
    columns: [
      ...[whole('position', '№'), instant('at', 'когда'), text('act', 'действие'), text('outcome', 'итог')],
      ...[
        text('code', 'код отказа'),
        whole('times', 'раз'),
        text('actorKind', 'кто'),
        text('actorId', 'номер того, кто'),
      ],
      ...[text('personId', 'человек'), MEMBER, text('subjectType', 'с чем'), text('subjectId', 'номер')],
      ...[text('door', 'откуда'), text('network', 'сеть'), text('requestId', 'запрос')],
      ...[text('details', 'подробности'), text('hash', 'хеш')],
    ],
  },
}
