import {
  bank,
  clearing,
  InvalidInputError,
  MAX_COMMAND_MICROS,
  MICROS_PER_MINOR,
  type Micros,
  moneyTransfers,
  NotFoundError,
} from '@artel/ledger'
import { addEventAt, addExitGuarantee, coalitionNow, inTransaction, newId, postMoney } from '@artel/store'
import type { ExitGuarantee } from '@artel/store/prisma'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordActIn } from '../audit/record-act.ts'
import { checkId, checkIdempotencyKey, checkOneOf, checkRef } from '../input/text.ts'
import { refuseOtherRequest } from '../posting/refuse-other-request.ts'
import { requestHash } from '../posting/request-hash.ts'
import { forgetCreditStanding } from '../purchase/credit-standing.ts'

export interface RecordExitGuaranteeInput {
  readonly memberId: string
  /** DEPOSIT: money paid in, booked to the member's position. GUARANTEE: somebody else's promise, recorded alone. */
  readonly kind: 'DEPOSIT' | 'GUARANTEE'
  readonly amount: Micros
  /** Number of the payment or of the guarantee. */
  readonly reference: string
  readonly idempotencyKey: string
}

/**
 * Records security for what a leaving member's points may still cost. Administrators only.
 * Throws InvalidInputError, NotFoundError, IdempotencyKeyMismatchError.
 */
export async function recordExitGuarantee(
  context: Context,
  input: RecordExitGuaranteeInput,
): Promise<{ readonly guarantee: ExitGuarantee; readonly replayed: boolean }> {
  const { coalitionId, keyId } = requireAdmin(context.principal, 'members:write')
  const { store } = context
  const memberId = checkId('member', input.memberId, ['memberId'])
  const kind = checkOneOf(['kind'], input.kind, ['DEPOSIT', 'GUARANTEE'])
  const reference = checkRef(['reference'], input.reference)
  const key = checkIdempotencyKey(input.idempotencyKey)
  if (input.amount <= 0n) throw new InvalidInputError({ path: ['amount'], problem: 'Must be above 0.' })
  if (input.amount > MAX_COMMAND_MICROS)
    throw new InvalidInputError({
      path: ['amount'],
      problem: `Must be at most ${MAX_COMMAND_MICROS} micros.`,
    })
  // What was paid is printed on a statement, which knows no part of a kopeck.
  if (kind === 'DEPOSIT' && input.amount % MICROS_PER_MINOR !== 0n)
    throw new InvalidInputError({
      path: ['amount'],
      problem: 'Must be whole minor units of the currency: money was paid.',
    })
  const owner = { coalitionId, memberId }
  const exit = await store.prisma.memberExit.findFirst({ where: { ...owner, withdrawnAt: null } })
  if (!exit) throw new NotFoundError({ what: 'member' }, { path: ['memberId'] })
  const hash = requestHash({ ...input, idempotencyKey: null })
  const where = { coalitionId_exitId_key: { coalitionId, exitId: exit.id, key } }
  const first = await store.prisma.exitGuarantee.findUnique({ where })
  refuseOtherRequest(first?.requestHash, hash)
  if (first) return { guarantee: first, replayed: true }
  const now = await coalitionNow(store, coalitionId)
  const id = newId()
  const event = { id: newId(), kind: 'member.exit_guaranteed', subjectId: memberId }
  const payload = { memberId, kind, amount: String(input.amount) }
  await inTransaction(store, async (client) => {
    const posted =
      kind === 'GUARANTEE'
        ? undefined
        : await postMoney(client, coalitionId, {
            key: { scopeId: coalitionId, operation: 'memberExitGuarantee', key, requestHash: hash },
            documentId: id,
            kind: 'PAYMENT',
            memberId,
            transfers: moneyTransfers([
              {
                debits: [{ account: bank(coalitionId), amount: input.amount }],
                credits: [{ account: clearing(memberId), amount: input.amount }],
              },
            ]),
            outbox: [{ ...event, payload }],
          })
    if (posted?.replayed) return
    await addExitGuarantee(client, {
      ...{ coalitionId, id, exitId: exit.id, kind, amount: input.amount, reference },
      ...{ recordedAt: now, recordedById: keyId, entryId: posted?.entryId ?? null, key, requestHash: hash },
    })
    if (!posted) await addEventAt(client, coalitionId, { ...event, payload, createdAt: now })
    await recordActIn(context, client, {
      ...{ act: 'memberExitGuarantee', coalitionId, memberId, subject: { type: 'member', id: memberId } },
      details: { kind, amountMicros: input.amount },
    })
  })
  forgetCreditStanding(store, owner)
  const guarantee = await store.prisma.exitGuarantee.findUniqueOrThrow({ where })
  return { guarantee, replayed: guarantee.id !== id }
}
