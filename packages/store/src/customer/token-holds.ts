import type { Prisma, PrismaClient } from '../generated/prisma/client.ts'

/** A token of a customer, issued by a member: what is held and captured under it counts together. */
export interface TokenName {
  readonly coalitionId: string
  readonly customerId: string
  readonly memberId: string
  readonly tokenId: string
}

/** Whether a hold is within the cap of its token, and the id that it is made under. */
export interface TokenAdmission {
  /** Of a hold that is not: points that the token still allows. */
  readonly left: bigint | null
  /** Of a retry the id that the first attempt was to have. */
  readonly holdId: string
  /** Whether points were set aside now. */
  readonly isNew: boolean
}

/**
 * Sets points of a token's cap aside for a hold that is about to be made, one after another for each customer. When no hold
 * comes of it they are given back (`releaseTokenHold`); what a crash leaves behind counts until the token ends.
 */
export async function admitTokenHold(
  prisma: PrismaClient,
  { coalitionId, customerId, memberId, tokenId }: TokenName,
  wish: {
    readonly idempotencyKey: string
    readonly holdId: string
    readonly points: bigint
    readonly maxPoints: bigint
  },
): Promise<TokenAdmission> {
  const token = { coalitionId, customerId, memberId, tokenId }
  return prisma.$transaction(async (transaction) => {
    await transaction.$queryRaw`select 1 from customer where coalition_id = ${coalitionId}::uuid
      and customer_id = ${customerId}::uuid for no key update`
    const { idempotencyKey, holdId, points, maxPoints } = wish
    const name = { ...token, idempotencyKey }
    const before = await transaction.tokenHold.findFirst({ where: name })
    // A retry: nothing more is taken, and the command's own record answers.
    if (before && before.releasedAt === null) return { left: null, holdId: before.holdId, isNew: false }
    const left = maxPoints - (await pointsUnderToken(transaction, token))
    if (points > left) return { left: left > 0n ? left : 0n, holdId, isNew: false }
    if (before)
      await transaction.tokenHold.updateMany({ where: name, data: { holdId, points, releasedAt: null } })
    else await transaction.tokenHold.create({ data: { ...name, holdId, points } })
    return { left: null, holdId, isNew: true }
  })
}

/** Gives back what was set aside for a hold that was not made. */
export async function releaseTokenHold(
  prisma: PrismaClient,
  { coalitionId, customerId, memberId, tokenId }: TokenName,
  { idempotencyKey, releasedAt }: { readonly idempotencyKey: string; readonly releasedAt: Date },
): Promise<void> {
  await prisma.tokenHold.updateMany({
    where: { coalitionId, customerId, memberId, tokenId, idempotencyKey },
    data: { releasedAt },
  })
}

/** Points that are held and captured under a token, and those set aside for holds that are being made. */
export async function pointsUnderToken(
  prisma: PrismaClient | Prisma.TransactionClient,
  { coalitionId, customerId, memberId, tokenId }: TokenName,
): Promise<bigint> {
  const [row] = await prisma.$queryRaw<{ points: string }[]>`
    select coalesce(sum(case h.status
      when 'CAPTURED' then coalesce(p.points_redeemed, h.points)
      when 'VOIDED' then 0
      when 'EXPIRED' then 0
      else t.points end), 0)::text as points
    from token_hold t
    left join hold h on h.coalition_id = t.coalition_id and h.hold_id = t.hold_id
    left join purchase p on p.coalition_id = h.coalition_id and p.hold_id = h.hold_id
    where t.coalition_id = ${coalitionId}::uuid and t.customer_id = ${customerId}::uuid
      and t.member_id = ${memberId}::uuid and t.token_id = ${tokenId} and t.released_at is null`
  return BigInt(row?.points ?? '0')
}
