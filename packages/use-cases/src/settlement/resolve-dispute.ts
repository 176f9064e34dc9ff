import {
  type Account,
  type CompoundLine,
  DisputeResolvedAlreadyError,
  InvalidInputError,
  type MoneyAccountKind,
  moneyTransfers,
  NotFoundError,
} from '@artel/ledger'
import { coalitionNow, newId, postMoney } from '@artel/store'
import type { Context } from '../access/principal.ts'
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

interface DisputedLeg {
  readonly debit_kind: MoneyAccountKind
  readonly debit_owner_id: string
  readonly credit_kind: MoneyAccountKind
  readonly credit_owner_id: string
  readonly amount: string
  readonly member_id: string
  readonly outcome: 'UPHELD' | 'REJECTED' | null
}

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
    const { rows } = await client.query<DisputedLeg>(
      `select t.debit_kind, t.debit_owner_id, t.credit_kind, t.credit_owner_id, t.amount::text, d.member_id, r.outcome
      from dispute d
      join transfer t on t.coalition_id = $1 and t.entry_id = d.entry_id and t.position = d.position
      left join dispute_resolution r on r.coalition_id = $1 and r.dispute_id = d.dispute_id
      where d.coalition_id = $1 and d.dispute_id = $2`,
      [coalitionId, id],
    )
    const [leg] = rows
    if (!leg) throw new NotFoundError({ what: 'dispute' }, { path: ['disputeId'] })
    if (leg.outcome !== null) throw new DisputeResolvedAlreadyError({ outcome: leg.outcome })
    const amount = outcome === 'UPHELD' ? amountTaken(leg, input.amountMicros) : 0n
    const payload = { disputeId: id, memberId: leg.member_id, outcome, amountMicros: String(amount) }
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
        memberId: leg.member_id,
        transfers: moneyTransfers([undoing(leg, { coalitionId, amount })]),
        outbox: [{ id: newId(), ...event }],
      })
      entryId = posted.entryId
    }
    await client.query(
      `insert into dispute_resolution (coalition_id, dispute_id, outcome, amount, note, entry_id, resolved_at,
        resolved_by_id) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [coalitionId, id, outcome, amount.toString(), note, entryId, now, keyId],
    )
    return id
  })
  const dispute = await store.prisma.dispute.findUniqueOrThrow({
    where: { coalitionId_id: { coalitionId, id } },
    include: { resolution: true },
  })
  return { dispute, replayed }
}

function amountTaken(leg: DisputedLeg, asked: bigint | null | undefined): bigint {
  const whole = BigInt(leg.amount)
  const amount = asked ?? whole
  if (amount <= 0n || amount > whole)
    throw new InvalidInputError({
      path: ['amountMicros'],
      problem: `Must be from 1 to ${whole}: what the line moved.`,
    })
  return amount
}

/**
 * The leg the other way round. What had gone into the reserve stays there, since it covers points that are still
 * outstanding: the coalition bears it.
 */
function undoing(
  leg: DisputedLeg,
  { coalitionId, amount }: { coalitionId: string; amount: bigint },
): CompoundLine<MoneyAccountKind> {
  const account = (kind: MoneyAccountKind, ownerId: string): Account<MoneyAccountKind> =>
    kind === 'RESERVE' ? { kind: 'LOSS', ownerId: coalitionId } : { kind, ownerId }
  return {
    debits: [{ account: account(leg.credit_kind, leg.credit_owner_id), amount }],
    credits: [{ account: account(leg.debit_kind, leg.debit_owner_id), amount }],
  }
}
