/** A column of a list: its heads, and where its cell is in a node of the answer. */
export interface ListColumn {
  readonly en: string
  readonly ru: string
  readonly path: readonly string[]
}

/** A list of the API as the command asks for it. */
export interface ListKind {
  /** Field of the root. */
  readonly field: string
  /** Type of its filter; null where it has none. */
  readonly filter: string | null
  /** What is asked of each node. */
  readonly selection: string
  readonly columns: readonly ListColumn[]
  /** Names in the filter of what the command's options say; an option without one is not for this list. */
  readonly options: Readonly<Record<string, string>>
}

const column = (en: string, ru: string, ...path: string[]): ListColumn => ({ en, ru, path })
const ID = column('id', 'номер', 'id')
const MEMBER = column('member', 'участник', 'member', 'handle')
const CUSTOMER = column('customer', 'клиент', 'customer', 'id')
const POINTS = column('points', 'баллы', 'points')

/** The lists, by the word that the command takes. */
export const LIST_KINDS: Readonly<Record<string, ListKind>> = {
  customers: {
    ...{ field: 'customers', filter: 'CustomersFilter' },
    selection: 'id name phone card { number } status createdAt',
    columns: [
      ...[ID, column('name', 'имя', 'name'), column('phone', 'телефон', 'phone')],
      ...[column('card', 'карта', 'card', 'number'), column('status', 'состояние', 'status')],
      column('enrolled', 'записан', 'createdAt'),
    ],
    options: {
      ...{ search: 'search', status: 'status', member: 'enrolledBy' },
      ...{ from: 'enrolledFrom', to: 'enrolledTo' },
    },
  },
  purchases: {
    ...{ field: 'purchases', filter: 'PurchasesFilter' },
    selection:
      'id member { handle } customer { id } receiptRef code total { amountMinor currency } pointsRedeemed pointsEarned recordedAt recordedBy { personId name tillId tillName }',
    columns: [
      ...[ID, MEMBER, CUSTOMER, column('receipt', 'чек', 'receiptRef')],
      column('code', 'код', 'code'),
      ...[column('total minor', 'сумма, коп.', 'total', 'amountMinor')],
      ...[column('redeemed', 'списано', 'pointsRedeemed'), column('earned', 'начислено', 'pointsEarned')],
      column('recorded', 'записана', 'recordedAt'),
      ...[column('by', 'кто', 'recordedBy', 'name'), column('till', 'касса', 'recordedBy', 'tillName')],
    ],
    options: {
      ...{ member: 'memberId', customer: 'customerId', receipt: 'receiptRef', status: 'state' },
      ...{ person: 'personId', till: 'tillId' },
      ...{ from: 'recordedFrom', to: 'recordedTo' },
    },
  },
  holds: {
    ...{ field: 'holds', filter: 'HoldsFilter' },
    selection: 'id member { handle } customer { id } points status orderRef createdAt expiresAt',
    columns: [
      ...[ID, MEMBER, CUSTOMER, POINTS, column('status', 'состояние', 'status')],
      ...[column('order', 'заказ', 'orderRef'), column('ends', 'до', 'expiresAt')],
    ],
    options: {
      ...{ member: 'memberId', customer: 'customerId', status: 'status' },
      ...{ from: 'endsFrom', to: 'endsBefore' },
    },
  },
  entries: {
    ...{ field: 'entries', filter: 'EntriesFilter' },
    selection: 'id kind member { handle } customer { id } points balanceAfter postedAt',
    columns: [
      ...[ID, column('kind', 'вид', 'kind'), MEMBER, CUSTOMER, POINTS],
      ...[column('balance', 'остаток', 'balanceAfter'), column('booked', 'проведена', 'postedAt')],
    ],
    options: {
      ...{ member: 'memberId', customer: 'customerId', kind: 'kinds', from: 'postedFrom', to: 'postedTo' },
    },
  },
  events: {
    ...{ field: 'events', filter: 'EventsFilter' },
    selection: 'id kind occurredAt data',
    columns: [
      ...[ID, column('kind', 'вид', 'kind'), column('occurred', 'когда', 'occurredAt')],
      column('data', 'содержание', 'data'),
    ],
    options: { kind: 'kinds', from: 'occurredFrom', to: 'occurredTo' },
  },
  staff: {
    ...{ field: 'staff', filter: null },
    selection: 'id email role person { name } member { handle } invitedAt acceptedAt revokedAt',
    columns: [
      ...[ID, column('e-mail', 'почта', 'email'), column('name', 'имя', 'person', 'name')],
      ...[column('role', 'роль', 'role'), MEMBER, column('accepted', 'принята', 'acceptedAt')],
      column('revoked', 'отозвана', 'revokedAt'),
    ],
    options: { member: 'memberId' },
  },
  keys: {
    ...{ field: 'apiKeys', filter: 'ApiKeysFilter' },
    selection: 'id name lastFour createdAt lastUsedAt revokedAt endsAt',
    columns: [
      ...[ID, column('name', 'название', 'name'), column('ends with', 'последние знаки', 'lastFour')],
      ...[column('made', 'создан', 'createdAt'), column('last used', 'был в деле', 'lastUsedAt')],
      ...[column('revoked', 'отозван', 'revokedAt'), column('ends', 'до', 'endsAt')],
    ],
    options: { member: 'memberId', status: 'state' },
  },
}
