import type { Prisma } from '../generated/prisma/client.ts'

/** Holds a rule until the transaction ends, so that what is decided about it is decided one after another. */
export async function lockRule(
  transaction: Prisma.TransactionClient,
  { coalitionId, ruleId }: { readonly coalitionId: string; readonly ruleId: string },
): Promise<void> {
  await transaction.$queryRaw<object[]>`select 1 from rule
    where coalition_id = ${coalitionId}::uuid and rule_id = ${ruleId}::uuid for update`
}

/** Holds the rules of a member, or with null of the coalition, until the transaction ends, so that two drafts do not pass the limit together. */
export async function lockRulesOf(
  transaction: Prisma.TransactionClient,
  { coalitionId, memberId }: { readonly coalitionId: string; readonly memberId: string | null },
): Promise<void> {
  if (memberId === null) {
    await transaction.$queryRaw<
      object[]
    >`select 1 from coalition where coalition_id = ${coalitionId}::uuid for no key update`
    return
  }
  await transaction.$queryRaw<object[]>`select 1 from member
    where coalition_id = ${coalitionId}::uuid and member_id = ${memberId}::uuid for no key update`
}
