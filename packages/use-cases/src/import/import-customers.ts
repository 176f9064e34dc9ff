import { localDate, startOfDay } from '@artel/rules'
import {
  addCustomerReferences,
  addImportedCustomers,
  coalitionNow,
  customersByKeys,
  type ImportedCustomer,
  type NamedCustomer,
  newId,
} from '@artel/store'
import { actorOf } from '../access/actor.ts'
import { makeCardNumber } from '../customer/card-number.ts'
import { searchWordsOf } from '../customer/search-words.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { rowFault } from './import-fault.ts'
import {
  faulty,
  type ImportPiece,
  MATCHED,
  type PieceOutcome,
  type PieceRow,
  type RowOutcome,
} from './import-piece.ts'

/**
 * Customers of a piece: who is not known is enrolled, who is known by telephone, e-mail or reference is left as it is, but for a reference of the
 * member that it lacks. Where keys of a row lead to two customers the row is not taken.
 */
export async function importCustomers(piece: ImportPiece): Promise<PieceOutcome> {
  const { store, job, rows, isDry } = piece
  const at = { coalitionId: job.coalitionId, memberId: job.memberId }
  const found = await customersByKeys(store.pool, at, {
    references: named(rows, 'reference'),
    ...{ cards: [], phones: named(rows, 'phone'), emails: named(rows, 'email') },
  })
  const byKey = new Map(found.map((one) => [`${one.by} ${one.key}`, one]))
  const outcomes = new Map<number, RowOutcome>()
  const fresh: PieceRow[] = []
  const references: { readonly customerId: string; readonly reference: string }[] = []
  for (const row of rows) {
    const known = knownBy(row.data, byKey)
    if (known.length === 0) {
      fresh.push(row)
      outcomes.set(row.position, { kind: 'ADDED', points: 0n })
      continue
    }
    const [first] = known
    const other = known.find(({ customer }) => customer.customerId !== first?.customer.customerId)
    if (!first || other) {
      outcomes.set(row.position, faulty(otherCustomer(other?.column ?? null)))
      continue
    }
    outcomes.set(row.position, MATCHED)
    const { reference } = row.data
    if (reference !== undefined && !byKey.has(`REFERENCE ${reference}`))
      references.push({ customerId: first.customer.customerId, reference })
  }
  if (isDry) return { outcomes }
  const enrolling = await enrollingOf(piece)
  const customers = fresh.map((row) => newCustomer(row, enrolling))
  return {
    outcomes,
    write: async (client) => {
      if (customers.length > 0) await addImportedCustomers(client, enrolling, customers)
      await addCustomerReferences(client, at, references)
    },
  }
}

const named = (rows: readonly PieceRow[], column: string): string[] =>
  rows.flatMap(({ data }) => (data[column] === undefined ? [] : [data[column]]))

const WAYS = [
  ['PHONE', 'phone'],
  ['EMAIL', 'email'],
  ['REFERENCE', 'reference'],
] as const

const knownBy = (data: PieceRow['data'], byKey: ReadonlyMap<string, NamedCustomer>) =>
  WAYS.flatMap(([by, column]) => {
    const customer = data[column] === undefined ? undefined : byKey.get(`${by} ${data[column]}`)
    return customer ? [{ column, customer }] : []
  })

const otherCustomer = (column: string | null) =>
  rowFault(column, 'ANOTHER_CUSTOMER', 'belongs to another customer than the rest of the row')

/** As whom and when customers are enrolled, and which texts there are. */
async function enrollingOf({ store, job, principal, rows }: ImportPiece) {
  const { coalitionId, memberId, byAdmin } = job
  const versions = [...new Set(named(rows, 'consentVersion'))]
  const [now, { coalition }, texts] = await Promise.all([
    coalitionNow(store, coalitionId),
    loadAgreement(store, coalitionId),
    store.prisma.consentText.findMany({
      where: { coalitionId, purpose: 'PERSONAL_DATA', version: { in: versions } },
      select: { version: true, hash: true },
    }),
  ])
  return {
    ...{ coalitionId, memberId, now, timeZone: coalition.timeZone, recordedById: actorOf(principal) },
    recordedBy: byAdmin ? ('COALITION' as const) : ('MEMBER' as const),
    hashes: new Map(texts.map(({ version, hash }) => [version, hash])),
  }
}

function newCustomer(
  { data }: PieceRow,
  { hashes, now, timeZone }: { hashes: ReadonlyMap<string, string>; now: Date; timeZone: string },
): ImportedCustomer {
  const { name = '', consentVersion = '', consentAt } = data
  const phone = data.phone ?? null
  const agreedAt = consentAt === undefined ? now : startOfDay(localDate(consentAt, ['consentAt']), timeZone)
  return {
    ...{ id: newId(), name, phone, email: data.email ?? null, birthDate: data.birthDate ?? null },
    ...{ reference: data.reference ?? null, cardNumber: makeCardNumber() },
    words: searchWordsOf({ name, phone }),
    ...{ consentId: newId(), consentVersion, consentHash: hashes.get(consentVersion) ?? null },
    ...{ consentAt: agreedAt, eventId: newId() },
  }
}
