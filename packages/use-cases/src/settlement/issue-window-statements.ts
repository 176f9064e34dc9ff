import { basisPoints, EarlierWindowPendingError, type Micros, type Minor, micros, minor } from '@artel/ledger'
import {
  addLine,
  beginStatement,
  decideStep,
  disputeDeadline,
  finishStatement,
  paymentDate,
  roundClosings,
  type Statement,
  type StatementTotal,
  type TaxRegime,
  type WindowStatus,
} from '@artel/rules'
import {
  affiliatePayouts,
  clearingEntries,
  clearingMoved,
  coalitionNow,
  newId,
  type Store,
  sumOf,
} from '@artel/store'
import type { Prisma, SettlementWindow } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { outboxRow } from '../posting/outbox.ts'
import { loadAgreement, termsBinding } from '../terms/agreement.ts'
import { affiliateMinPayout } from './affiliate-min-payout.ts'
import { loadCalendar } from './business-days.ts'
import { type ClearingLine, eachLine, registerHasher, registerPrinter } from './register-line.ts'
import { batchesOf, findWindow, settlementTerms } from './window.ts'

/** How far the statements of a window have come. */
export interface IssuingProgress {
  readonly windowNo: number
  /** Legs of the window seen so far, of how many there are about, by the part of its batches that was read. */
  readonly legs: number
  readonly of: number
}

/** Where a member's account stood when the window opened: the closing of its last statement. */
interface Opening {
  readonly exact: Micros
  readonly printed: Minor
}

/**
 * Makes the statements of a closed window, all at once, and moves it to STATED. Nothing happens to a window that is past
 * that. Legs are read a piece at a time and once for all members; a run that dies leaves nothing, and the next one
 * comes to the same statements.
 */
export async function issueWindowStatements(
  context: Context,
  coalitionId: string,
  options: { readonly windowNo: number; readonly onProgress?: (progress: IssuingProgress) => void },
): Promise<void> {
  const { store } = context
  const window = await findWindow(store, coalitionId, options.windowNo)
  if (!(await isToState(store, window))) return
  const range = await batchesOf(store, window)
  const [openings, moved, tax] = await Promise.all([
    openingsOf(store, window),
    clearingMoved(store, coalitionId, range),
    taxRegimeOf(store, coalitionId),
  ])
  const closings = closingsOf(openings, moved)
  const statedAt = await coalitionNow(store, coalitionId)
  const [minPayouts, affiliates] = await Promise.all([
    minPayoutsAt(store, coalitionId, statedAt),
    affiliatePayouts(store.pool, coalitionId),
  ])
  const printed = printedClosings(closings, { coalitionId, minPayouts, affiliates })
  const print = registerPrinter()
  const drafts = new Map(
    [...closings.keys()].map((memberId) => [
      memberId,
      beginStatement({
        memberId,
        opening: openings.get(memberId)?.exact ?? micros(0n),
        hasher: registerHasher(print),
      }),
    ]),
  )
  const add = (memberId: string, line: ClearingLine) => {
    const draft = drafts.get(memberId)
    if (!draft) throw new Error(`A leg of ${line.entryId} is on the account of nobody that moved`)
    addLine(draft, line)
  }
  let legs = 0
  for await (const piece of clearingEntries(store, coalitionId, range)) {
    let { after: last } = range
    for (const entry of piece) {
      eachLine(entry, { namesForeignReceipts: false }, add)
      legs += entry.legs.length
      last = entry.batchNo
    }
    const read = Number(last - range.after)
    const of = Math.round(legs * (Number(range.through - range.after) / Math.max(1, read)))
    options.onProgress?.({ windowNo: window.windowNo, legs, of })
  }
  const statements = [...drafts.values()].map((draft) => {
    const { memberId } = draft
    const opening = openings.get(memberId)
    const facts = { tax, closingMinor: printed.get(memberId) ?? minor(0n) }
    const statement = finishStatement(draft, opening ? { ...facts, openingMinor: opening.printed } : facts)
    if (statement.closing !== closings.get(memberId))
      throw new Error(`The lines of window ${window.windowNo} are not what ${memberId}'s account moved by`)
    return statement
  })
  await record(context, window, { statements, affiliates, statedAt })
}

/** Whether statements are still to be made. Throws EarlierWindowPendingError while those before are not. */
async function isToState(store: Store, window: SettlementWindow): Promise<boolean> {
  const { coalitionId, windowNo, cutOff } = window
  const decision = decideStep(
    {
      status: window.status as WindowStatus,
      cutOff,
      memberIds: [],
      statements: [],
      approvalsNeeded: undefined,
      legs: [],
    },
    'STATE',
    cutOff,
  )
  if (decision === 'DONE') return false
  const pending = await store.prisma.settlementWindow.findFirst({
    where: { coalitionId, windowNo: { lt: windowNo }, status: { in: ['OPEN', 'CLOSED'] } },
    orderBy: { windowNo: 'asc' },
  })
  if (pending)
    throw new EarlierWindowPendingError({
      windowNo: pending.windowNo,
      windowStatus: pending.status as WindowStatus,
    })
  return true
}

async function openingsOf(store: Store, window: SettlementWindow): Promise<ReadonlyMap<string, Opening>> {
  const { coalitionId, windowNo } = window
  const where = { coalitionId, windowNo: { lt: windowNo } }
  const [members, affiliates] = await Promise.all([
    store.prisma.statement.findMany({
      where,
      orderBy: [{ memberId: 'asc' }, { windowNo: 'desc' }],
      distinct: ['memberId'],
      select: { memberId: true, closing: true, closingMinor: true },
    }),
    store.prisma.affiliateStatement.findMany({
      where,
      orderBy: [{ affiliateId: 'asc' }, { windowNo: 'desc' }],
      distinct: ['affiliateId'],
      select: { affiliateId: true, closing: true, closingMinor: true },
    }),
  ])
  const last = [
    ...members,
    ...affiliates.map(({ affiliateId, ...row }) => ({ ...row, memberId: affiliateId })),
  ]
  return new Map(
    last.map((row) => [
      row.memberId,
      { exact: micros(sumOf(row.closing)), printed: minor(sumOf(row.closingMinor)) },
    ]),
  )
}

/** Of every member and affiliate that stands anywhere but at zero, or moved. */
function closingsOf(
  openings: ReadonlyMap<string, Opening>,
  moved: ReadonlyMap<string, Micros>,
): ReadonlyMap<string, Micros> {
  const closings = new Map<string, Micros>(moved)
  for (const [memberId, { exact, printed }] of openings)
    if (moved.has(memberId) || exact !== 0n || printed !== 0n)
      closings.set(memberId, micros(exact + (moved.get(memberId) ?? 0n)))
  return new Map([...closings].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What members are asked to pay at least, by the terms of when the window is stated: those of its plan. */
async function minPayoutsAt(
  store: Store,
  coalitionId: string,
  at: Date,
): Promise<ReadonlyMap<string, Minor | undefined>> {
  const [agreement, members] = await Promise.all([
    loadAgreement(store, coalitionId),
    store.prisma.member.findMany({ where: { coalitionId }, select: { id: true, segment: true } }),
  ])
  return new Map(members.map((one) => [one.id, termsBinding(agreement, one, at)?.settlement.minPayout]))
}

function printedClosings(
  closings: ReadonlyMap<string, Micros>,
  of: {
    readonly coalitionId: string
    readonly minPayouts: ReadonlyMap<string, Minor | undefined>
    readonly affiliates: ReadonlyMap<string, Minor>
  },
): ReadonlyMap<string, Minor> {
  const minPayoutOf = (memberId: string, net: Micros): Minor =>
    of.affiliates.has(memberId)
      ? affiliateMinPayout(net, of.affiliates.get(memberId))
      : (of.minPayouts.get(memberId) ?? minor(0n))
  const rounded = roundClosings(
    [...closings].map(([memberId, net]) => ({ memberId, net, minPayout: minPayoutOf(memberId, net) })),
    of.coalitionId,
  )
  return new Map(rounded.map(({ ownerId, amount }) => [ownerId, amount]))
}

/** How the operator's fees are taxed: what its bank details say, none where they say nothing. */
async function taxRegimeOf(store: Store, coalitionId: string): Promise<TaxRegime> {
  const operator = await store.prisma.bankDetails.findUnique({
    where: { coalitionId_ownerId: { coalitionId, ownerId: coalitionId } },
  })
  if (operator?.vatRateBps == null) return { kind: 'USN' }
  return { kind: 'OSNO', vatRateBps: basisPoints(BigInt(operator.vatRateBps)) }
}

async function record(
  context: Context,
  window: SettlementWindow,
  {
    statements,
    affiliates,
    statedAt,
  }: {
    readonly statements: readonly Statement[]
    readonly affiliates: ReadonlyMap<string, Minor>
    readonly statedAt: Date
  },
): Promise<void> {
  const { store } = context
  const { coalitionId, windowNo } = window
  const agreement = await loadAgreement(store, coalitionId)
  const { disputeDays, paymentDays } = settlementTerms(agreement, statedAt)
  const { coalition } = agreement
  const { timeZone } = coalition
  const deadline = disputeDeadline(statedAt, { disputeDays, timeZone })
  // Set with the statements, which print it: they never change afterwards.
  const calendar = await loadCalendar(store, coalition, window.cutOff)
  const payBy = paymentDate(window.cutOff, { timeZone, paymentDays, calendar })
  const common = { coalitionId, windowNo, statedAt }
  const [ofAffiliates, ofMembers] = [true, false].map((isAffiliates) =>
    statements.filter(({ memberId }) => affiliates.has(memberId) === isAffiliates),
  )
  const rows = (ofMembers ?? []).map((statement) => ({
    ...{ ...common, memberId: statement.memberId, disputeDeadline: deadline },
    ...columnsOf(statement),
    ...vatColumns(statement),
  }))
  const affiliateRows = (ofAffiliates ?? []).map((statement) => ({
    ...{ ...common, affiliateId: statement.memberId },
    ...columnsOf(statement),
  }))
  await store.prisma.$transaction(async (transaction) => {
    // Of two that made them, the one that moves the window on writes its own; they are the same.
    const stated = await transaction.settlementWindow.updateMany({
      where: { coalitionId, windowNo, status: 'CLOSED' },
      data: {
        status: 'STATED',
        statedAt,
        disputeDeadline: deadline,
        paymentDate: new Date(`${payBy}T00:00:00Z`),
      },
    })
    if (stated.count === 0) return
    await transaction.statement.createMany({ data: rows })
    await transaction.affiliateStatement.createMany({ data: affiliateRows })
    const payload = { windowNo, statements: rows.length + affiliateRows.length }
    await transaction.outbox.create({
      data: outboxRow(coalitionId, statedAt, { kind: 'statements.made', subjectId: coalitionId, payload }),
    })
    const subject = { type: 'coalition', id: coalitionId } as const
    await recordAct(context, transaction, { act: 'statementsIssue', coalitionId, subject, details: payload })
  })
}

function columnsOf(statement: Statement) {
  const { totalsByKind, totalsByCounterparty } = statement
  const sumsOf = (total: StatementTotal) => ({
    lineCount: total.lineCount,
    debit: total.debit.toString(),
    credit: total.credit.toString(),
    netMinor: total.netMinor.toString(),
    points: total.points.toString(),
  })
  return {
    id: newId(),
    opening: statement.opening.toString(),
    net: statement.net.toString(),
    payments: statement.payments.toString(),
    closing: statement.closing.toString(),
    openingMinor: statement.openingMinor.toString(),
    netMinor: statement.netMinor.toString(),
    paymentsMinor: statement.paymentsMinor.toString(),
    roundingMinor: statement.roundingMinor,
    closingMinor: statement.closingMinor.toString(),
    residue: statement.residue,
    lineCount: statement.lineCount,
    lineHash: statement.lineHash,
    totalsByKind: totalsByKind.map(
      (total): Prisma.InputJsonObject => ({
        kind: total.kind,
        ...sumsOf(total),
      }),
    ),
    totalsByCounterparty: totalsByCounterparty.map(
      (total): Prisma.InputJsonObject => ({
        accountKind: total.accountKind,
        ownerId: total.ownerId,
        ...sumsOf(total),
      }),
    ),
  }
}

const vatColumns = ({ vat }: Statement) => ({
  vatRateBps: vat ? Number(vat.rateBps) : null,
  vatNetMinor: vat?.net.toString() ?? null,
  vatMinor: vat?.vat.toString() ?? null,
})
