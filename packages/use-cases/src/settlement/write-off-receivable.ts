import {
  InvalidInputError,
  type Micros,
  type MoneyTransfer,
  micros,
  WriteOffExceedsReceivableError,
  writeOff,
} from '@artel/ledger'
import { clearingBalance, newId, postMoney, type TransactionClient } from '@artel/store'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordActIn } from '../audit/record-act.ts'
import { checkId } from '../input/text.ts'
import { requestHash } from '../posting/request-hash.ts'
import { forgetCreditStanding } from '../purchase/credit-standing.ts'
import { loadParticipation } from '../terms/agreement.ts'
import { settlementKey, settleOnce } from './settle.ts'

export interface WriteOffReceivableInput {
  readonly memberId: string
  /** Above 0, at most what the member owes. */
  readonly amountMicros: Micros
  readonly idempotencyKey: string
}

export interface WrittenOff {
  readonly memberId: string
  readonly amountMicros: Micros
  /** The entry that books it. */
  readonly entryId: string
  readonly replayed: boolean
}

/**
 * Gives up what a member owes, in whole or in part: the coalition bears the loss. Money only; it moves no point.
 * Administrators with `coalition:write`. Throws InvalidInputError, NotFoundError, WriteOffExceedsReceivableError,
 * IdempotencyKeyMismatchError.
 */
export async function writeOffReceivable(
  context: Context,
  input: WriteOffReceivableInput,
): Promise<WrittenOff> {
  const { coalitionId, keyId } = requireAdmin(context.principal, 'coalition:write')
  const { store } = context
  const memberId = checkId('member', input.memberId, ['memberId'])
  if (input.amountMicros <= 0n)
    throw new InvalidInputError({ path: ['amountMicros'], problem: 'Must be above 0.' })
  const key = settlementKey(coalitionId, 'receivableWriteOff', input)
  await loadParticipation(store, { coalitionId, memberId })
  const { amountMicros } = input
  const { ref, replayed } = await settleOnce(store, coalitionId, key, async (client) => {
    const entryId = await book(client, { coalitionId, memberId, amount: amountMicros, writtenOffById: keyId })
    await recordActIn(context, client, {
      ...{ act: 'receivableWriteOff', coalitionId, memberId, subject: { type: 'entry', id: entryId } },
      details: { amountMicros },
    })
    return entryId
  })
  forgetCreditStanding(store, { coalitionId, memberId })
  return { memberId, amountMicros, entryId: ref, replayed }
}

/** Books it, with the id of its entry, and looks again once nothing else can be booked: a sale may have made the debt smaller meanwhile. */
async function book(
  client: TransactionClient,
  asked: {
    readonly coalitionId: string
    readonly memberId: string
    readonly amount: Micros
    readonly writtenOffById: string
  },
): Promise<string> {
  const { coalitionId, memberId, amount, writtenOffById } = asked
  const documentId = newId()
  const owed = await clearingBalance(client, coalitionId, memberId)
  if (amount > owed) throw new WriteOffExceedsReceivableError({ owed, requested: amount })
  const { transfers } = writeOff({ memberId, coalitionId, documentId, amount, owed })
  const { entryId } = await postMoney(client, coalitionId, {
    key: {
      ...{ scopeId: coalitionId, operation: 'receivableWriteOff', key: documentId },
      requestHash: requestHash({ documentId }),
    },
    documentId,
    kind: 'WRITE_OFF',
    memberId,
    transfers: transfers.filter((transfer): transfer is MoneyTransfer => transfer.unit === 'MONEY'),
    outbox: [
      {
        ...{ id: newId(), kind: 'receivable.written_off', subjectId: memberId },
        payload: { writeOffId: documentId, memberId, amountMicros: String(amount), writtenOffById },
      },
    ],
  })
  const left = await clearingBalance(client, coalitionId, memberId)
  if (left < 0n) throw new WriteOffExceedsReceivableError({ owed: micros(left + amount), requested: amount })
  return entryId
}
