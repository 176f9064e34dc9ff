import { hash } from 'node:crypto'
import { BALANCE_COLUMNS } from '@artel/documents'
import { InvalidInputError, micros, points, promote, Refusal } from '@artel/ledger'
import { addDays, expiryOf, issueCost, localDate, startOfDay } from '@artel/rules'
import {
  type Command,
  coalitionNow,
  type NamedCustomer,
  newId,
  type PostedBefore,
  postedUnder,
  type Store,
} from '@artel/store'
import { refuseClosedCustomer } from '../customer/refuse-closed-customer.ts'
import { UnrecordedRefusal } from '../errors/unrecorded-refusal.ts'
import { permitAward } from '../points/permit-award.ts'
import { postCommand } from '../posting/post-command.ts'
import { requestHash } from '../posting/request-hash.ts'
import { addedTo, type CreditStanding, countPosted, loadCreditStanding } from '../purchase/credit-standing.ts'
import { termsOfActive } from '../purchase/sale.ts'
import { type Agreement, loadAgreement, loadParticipation, type Participation } from '../terms/agreement.ts'
import { findRowCustomers, nobodyKnown } from './find-row-customers.ts'
import { faultOf, rowFault } from './import-fault.ts'
import {
  faulty,
  type ImportPiece,
  MATCHED,
  type PieceOutcome,
  type PieceRow,
  type RowOutcome,
} from './import-piece.ts'

/**
 * Opening balances of a piece: each is a lot of the member's own points, at its cost and within its credit limit, that two people said yes to. What
 * was booked before for the customer is matched: by the source's reference where the row has one, else by points and dates.
 */
export async function importBalances(piece: ImportPiece): Promise<PieceOutcome> {
  const { rows, isDry, job } = piece
  const known = await loadKnown(piece)
  const outcomes = new Map<number, RowOutcome>()
  const posting: Promise<void>[] = []
  const seen = new Map<string, number>()
  let added = isDry ? job.points : 0n
  for (const row of rows) {
    const found = balanceOf(job.id, row, known)
    if ('fault' in found) {
      outcomes.set(row.position, faulty(found.fault))
      continue
    }
    const { balance } = found
    const before = beforeOutcome(balance, known.posted, seen.get(balance.key))
    if (before) {
      outcomes.set(row.position, before)
      continue
    }
    seen.set(balance.key, row.line)
    // Those above it in the piece count before they are posted: all of them are decided at once.
    const outcome = judged(balance, known, added)
    outcomes.set(row.position, outcome)
    if (outcome.kind !== 'ADDED') continue
    added += outcome.points
    if (isDry) continue
    posting.push(
      booked(piece, balance, known).then((outcome) => {
        outcomes.set(row.position, outcome)
      }),
    )
  }
  for (const one of await Promise.allSettled(posting)) if (one.status === 'rejected') throw one.reason
  return { outcomes }
}

interface Known {
  readonly agreement: Agreement
  readonly participation: Participation
  /** Undefined where no terms limit credit. */
  readonly standing: CreditStanding | undefined
  readonly now: Date
  readonly customerOf: (key: string) => NamedCustomer | undefined
  /** Who were merged into a customer. */
  readonly formerOf: (customerId: string) => readonly string[]
  readonly posted: ReadonlyMap<string, PostedBefore>
}

/** Under what a balance is booked. */
interface BookedUnder {
  readonly key: string
  readonly requestHash: string
}

/** A balance of a customer who is known. */
interface Balance extends BookedUnder {
  readonly customer: NamedCustomer
  readonly points: bigint
  readonly since: string | undefined
  readonly endsOn: string | undefined
  /** Under what it was booked where it was told of somebody who was merged into the customer since. */
  readonly former: readonly BookedUnder[]
  /** Of its entry: the row of the import, so that a row which is done again after a crash is known. */
  readonly documentId: string
}

async function loadKnown({ store, job, rows }: ImportPiece): Promise<Known> {
  const { coalitionId, memberId } = job
  const at = { coalitionId, memberId }
  const customerOf = await findRowCustomers(
    store,
    at,
    rows.map(({ data }) => data.customer ?? ''),
  )
  const found = rows.flatMap((row) => {
    const customer = customerOf(row.data.customer ?? '')
    return customer ? [{ row, customerId: customer.customerId }] : []
  })
  const formerOf = await readFormer(store, coalitionId, [
    ...new Set(found.map(({ customerId }) => customerId)),
  ])
  const keys = found.flatMap(({ row, customerId }) =>
    [customerId, ...formerOf(customerId)].map((id) => bookedUnder(row, id).key),
  )
  const agreement = await loadAgreement(store, coalitionId)
  const [now, participation, standing, posted] = await Promise.all([
    coalitionNow(store, coalitionId),
    loadParticipation(store, at),
    agreement.limitsCredit ? loadCreditStanding(store, at) : undefined,
    postedUnder(store, { coalitionId, scopeId: memberId, operation: OPERATION }, keys),
  ])
  return { agreement, participation, standing, now, customerOf, formerOf, posted }
}

/** Whoever was merged is never merged again: one step back is all. */
async function readFormer(
  store: Store,
  coalitionId: string,
  customerIds: readonly string[],
): Promise<(customerId: string) => readonly string[]> {
  const merged = await store.prisma.customer.findMany({
    where: { coalitionId, mergedIntoId: { in: [...customerIds] } },
    select: { id: true, mergedIntoId: true },
  })
  const former = new Map<string | null, string[]>()
  for (const { id, mergedIntoId } of merged) {
    const others = former.get(mergedIntoId)
    if (others) others.push(id)
    else former.set(mergedIntoId, [id])
  }
  return (customerId) => former.get(customerId) ?? []
}

const OPERATION = 'openingBalance'

/** The document of a row, the same however often it is done: version 8 of RFC 9562, bits of one's own making. */
function rowId(importId: string, position: number): string {
  const digest = hash('sha256', `${importId}/${position}`, 'hex')
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`
}

function bookedUnder({ data }: PieceRow, customerId: string): BookedUnder {
  const { reference, points: n = '0', since, endsOn } = data
  const key =
    reference === undefined
      ? `${customerId}:${n}:${since ?? ''}:${endsOn ?? ''}`
      : `${customerId}:ref:${hash('sha256', reference, 'hex')}`
  return { key, requestHash: requestHash({ customerId, points: n, since, endsOn }) }
}

function balanceOf(
  importId: string,
  row: PieceRow,
  { customerOf, formerOf }: Known,
): { readonly balance: Balance } | { readonly fault: ReturnType<typeof rowFault> } {
  const customer = customerOf(row.data.customer ?? '')
  if (!customer) return { fault: nobodyKnown() }
  const { points: n = '0', since, endsOn } = row.data
  const { customerId } = customer
  return {
    balance: {
      ...{ customer, points: BigInt(n), since, endsOn },
      ...bookedUnder(row, customerId),
      former: formerOf(customerId).map((id) => bookedUnder(row, id)),
      documentId: rowId(importId, row.position),
    },
  }
}

/** What is said of a balance that was booked before, by this import or another, or that stands above in the piece. */
function beforeOutcome(
  balance: Balance,
  posted: ReadonlyMap<string, PostedBefore>,
  lineAbove: number | undefined,
): RowOutcome | undefined {
  if (lineAbove !== undefined)
    return faulty(rowFault(null, 'SAME_AS_BEFORE', `is the same as in line ${lineAbove}`))
  const under = [balance, ...balance.former].find(({ key }) => posted.has(key))
  const before = under && posted.get(under.key)
  if (!before) return undefined
  if (before.documentId === balance.documentId) return { kind: 'ADDED', points: balance.points }
  if (before.requestHash === under.requestHash) return MATCHED
  return faulty(
    rowFault(
      'reference',
      'BOOKED_OTHERWISE',
      'is booked already for the customer with other points or dates',
    ),
  )
}

/**
 * When the points of a balance end; null: never by date. By the terms from the day they were given on, where the row does not say. Throws for one that
 * has ended.
 */
function endOf({ since, endsOn }: Balance, { agreement, participation }: Known, now: Date): Date | null {
  const { timeZone } = agreement.coalition
  const terms = termsOfActive(agreement, participation, now)
  const from = since === undefined ? now : startOfDay(localDate(since, ['since']), timeZone)
  const end =
    endsOn === undefined
      ? expiryOf({ ...terms, activationDelayDays: 0 }, from, timeZone)
      : startOfDay(addDays(localDate(endsOn, ['endsOn']), 1), timeZone)
  if (end !== null && end <= now)
    throw new UnrecordedRefusal(
      new InvalidInputError({
        path: [endsOn === undefined ? 'since' : 'endsOn'],
        problem: 'has ended already',
      }),
    )
  return end
}

/** The balance as the command would decide on it, after `addedBefore` points of the same import. */
function judged(balance: Balance, known: Known, addedBefore: bigint): RowOutcome {
  const { agreement, participation, standing, now } = known
  try {
    const terms = termsOfActive(agreement, participation, now)
    refuseClosedCustomer({ customerStatus: balance.customer.status })
    const owed = issueCost(points(addedBefore), terms.prices)
    permitAward(standing && { ...standing, position: micros(standing.position + owed) }, {
      ...{ terms, now, coalitionAgrees: true, timeZone: agreement.coalition.timeZone },
      adds: micros(issueCost(points(balance.points), terms.prices)),
    })
    endOf(balance, known, now)
    return { kind: 'ADDED', points: balance.points }
  } catch (error) {
    return refusedOutcome(error)
  }
}

function refusedOutcome(error: unknown): RowOutcome {
  const refusal = error instanceof UnrecordedRefusal ? error.refusal : error
  if (!(refusal instanceof Refusal)) throw error
  return faulty(faultOf(refusal, (field) => (field in BALANCE_COLUMNS ? field : null)))
}

async function booked({ store, job }: ImportPiece, balance: Balance, known: Known): Promise<RowOutcome> {
  const { coalitionId, memberId } = job
  try {
    const posted = await postCommand(store, coalitionId, commandOf({ coalitionId, memberId }, balance, known))
    countPosted(known.standing, memberId, posted.group?.entries)
    return { kind: 'ADDED', points: balance.points }
  } catch (error) {
    return refusedOutcome(error)
  }
}

function commandOf(
  { coalitionId, memberId }: { readonly coalitionId: string; readonly memberId: string },
  balance: Balance,
  known: Known,
): Command {
  const { customerId } = balance.customer
  const { documentId, key } = balance
  const [lotId, eventId] = [newId(), newId()]
  return {
    customerId,
    key: { scopeId: memberId, operation: OPERATION, key, requestHash: balance.requestHash },
    takesAtMost: points(0n),
    decide: unrecorded((state, at) => {
      refuseClosedCustomer(at)
      const { agreement, participation, standing } = known
      const { timeZone } = agreement.coalition
      const terms = termsOfActive(agreement, participation, at.now)
      const lot = { lotId, activatesAt: at.now, expiresAt: endOf(balance, known, at.now) }
      const entries = promote({
        ...{ customerId: state.customerId, coalitionId, documentId, now: at.now },
        points: points(balance.points),
        payers: [{ memberId, share: 1n, terms, ...lot }],
      })
      const adds = entries.reduce((sum, entry) => sum + addedTo(memberId, entry), 0n)
      permitAward(standing, {
        ...{ terms, timeZone, now: at.now, coalitionAgrees: true },
        adds: micros(adds),
      })
      const n = String(balance.points)
      const payload = { awardId: documentId, customerId, points: n, payers: [{ memberId, points: n }] }
      return {
        documentId,
        entries,
        outbox: [{ id: eventId, kind: 'points.awarded', subjectId: customerId, payload }],
      }
    }),
  }
}

/** The key of a balance outlives its import: what it is refused today the same file may be given later. */
const unrecorded =
  (decide: Command['decide']): Command['decide'] =>
  (state, at) => {
    try {
      return decide(state, at)
    } catch (error) {
      throw error instanceof Refusal ? new UnrecordedRefusal(error) : error
    }
  }
