import type { Prisma } from '../generated/prisma/client.ts'

type Transaction = Pick<Prisma.TransactionClient, '$queryRaw'>

/** Applications and versions of the terms of affiliates come one after another in a coalition until the transaction ends. */
export async function affiliateTermsAlone(transaction: Transaction, coalitionId: string): Promise<void> {
  await transaction.$queryRaw`select 1 as locked from coalition
    where coalition_id = ${coalitionId}::uuid for no key update`
}

/** Locks an affiliate until the transaction ends; one that there is not locks nothing. */
export async function lockAffiliate(
  transaction: Transaction,
  { coalitionId, affiliateId }: { readonly coalitionId: string; readonly affiliateId: string },
): Promise<void> {
  await transaction.$queryRaw`select 1 as locked from affiliate
    where coalition_id = ${coalitionId}::uuid and affiliate_id = ${affiliateId}::uuid for update`
}
