import {
  type Account,
  type CompoundLine,
  DisputeResolvedAlreadyError,
  InvalidInputError,
  type Micros,
  type MoneyAccountKind,
  micros,
  moneyTransfers,
  NotFoundError,
} from '@artel/ledger'
import { addResolution, coalitionNow, type DisputedLeg, disputedLeg, newId, postMoney } from '@artel/store'
import type { Context } from '../access/principal.ts'
import { recordActIn } from '../audit/record-act.ts'
import { checkId, checkOneOf, checkText } from '../input/text.ts'
import { requestHash } from '../posting/request-hash.ts'
import type { OpenedDispute } from './open-dispute.ts'
import { settlementKey, settleOnce } from './settle.ts'
import { requireSettler } from './settler.ts'

export interface ResolveDisputeInput {
  readonly disputeId: string
  readonly outcome: 'UPHELD' | 'REJECTED'
  /** How much is taken off an upheld line, micros without sign; all of it when left out. */
  readonly amountMicros?: bigint | null
  /** Why, for both sides. At most 1000 characters. */
  readonly note: string
  readonly idempotencyKey: string
}

const MAX_NOTE_LENGTH = 1_000

/**
 * Decides on a dispute. UPHELD posts the line's undoing, or a part of it, into the window that is open now: a closed one
 * never changes. REJECTED leaves the line to the next plan. Scope `settlement:approve`.
 * Throws DisputeResolvedAlreadyError, NotFoundError, InvalidInputError, IdempotencyKeyMismatchError.
 */
export async function resolveDispute(context: Context, input: ResolveDisputeInput): Promise<OpenedDispute> {
  const { coalitionId, keyId } = requireSettler(context.principal, 'settlement:approve')
  const { store } = context
  const id = checkId('dispute', input.disputeId, ['disputeId'])
  const outcome = checkOneOf(['outcome'], input.outcome, ['UPHELD', 'REJECTED'])
  const note = checkText(['note'], input.note, MAX_NOTE_LENGTH)
  const key = settlementKey(coalitionId, 'disputeResolve', input)
  const now = await coalitionNow(store, coalitionId)
  const { replayed } = await settleOnce(store, coalitionId, key, async (client) => {
    const leg = await disputedLeg(client, { coalitionId, disputeId: id })
    if (!leg) throw new NotFoundError({ what: 'dispute' }, { path: ['disputeId'] })
    if (leg.outcome !== null) throw new DisputeResolvedAlreadyError({ outcome: leg.outcome })
    const amount = outcome === 'UPHELD' ? amountTaken(leg, input.amountMicros) : micros(0n)
    const payload = { disputeId: id, memberId: leg.memberId, outcome, amountMicros: String(amount) }
    const event = { kind: 'dispute.resolved', subjectId: id, payload } as const
    let entryId: string | null = null
    if (amount > 0n) {
      const posted = await postMoney(client, coalitionId, {
        key: {
          scopeId: coalitionId,
          operation: 'disputeResolve',
          key: id,
          requestHash: requestHash({ id, amount }),
        },
        documentId: id,
        kind: 'DISPUTE_RESOLUTION',
        memberId: leg.memberId,
        transfers: moneyTransfers([undoing(leg, { coalitionId, amount })]),
        outbox: [{ id: newId(), ...event }],
      })
      entryId = posted.entryId
    }
    await addResolution(client, {
      ...{ coalitionId, disputeId: id, outcome, amount, note, entryId },
      ...{ resolvedAt: now, resolvedById: keyId },
    })
    await recordActIn(context, client, {
      ...{ act: 'disputeResolve', coalitionId, memberId: leg.memberId, subject: { type: 'dispute', id } },
      details: { outcome, amountMicros: amount },
    })
    return id
  })
  const dispute = await store.prisma.dispute.findUniqueOrThrow({
    where: { coalitionId_id: { coalitionId, id } },
    include: { resolution: true },
  })
  return { dispute, replayed }
}

function amountTaken({ amount: whole }: DisputedLeg, asked: bigint | null | undefined): Micros {
  const amount = asked ?? whole
  if (amount <= 0n || amount > whole)
    throw new InvalidInputError({
      path: ['amountMicros'],
      problem: `Must be from 1 to ${whole}: what the line moved.`,
    })
  return micros(amount)
}

/**
 * The leg the other way round. What had gone into the reserve stays there, since it covers points that are still
 * outstanding: the coalition bears it.
 */
function undoing(
  leg: DisputedLeg,
  { coalitionId, amount }: { coalitionId: string; amount: bigint },
): CompoundLine<MoneyAccountKind> {
  const bearing = (account: Account<MoneyAccountKind>): Account<MoneyAccountKind> =>
    account.kind === 'RESERVE' ? { kind: 'LOSS', ownerId: coalitionId } : account
  return {
    debits: [{ account: bearing(leg.credit), amount }],
    credits: [{ account: bearing(leg.debit), amount }],
  }
}
