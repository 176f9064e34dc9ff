import { InvalidInputError, NotFoundError } from '@artel/ledger'
import { referralCodeOf } from '@artel/rules'
import { referrerOfCode, type Store, type TransactionClient } from '@artel/store'

/**
 * The active customer whose referral code was typed. Throws InvalidInputError for what no reading of is a code, NotFoundError for
 * one that nobody has.
 */
export async function referrerNamed(
  client: TransactionClient | Store['pool'],
  {
    coalitionId,
    typed,
    path,
  }: { readonly coalitionId: string; readonly typed: string; readonly path: readonly string[] },
): Promise<{ readonly customerId: string; readonly isOfMerged: boolean }> {
  const code = referralCodeOf(typed)
  if (code === undefined)
    throw new InvalidInputError({ path, problem: 'Is mistyped: a letter is wrong. Read it again.' })
  const referrer = await referrerOfCode(client, { coalitionId, code })
  if (!referrer) throw new NotFoundError({ what: 'referralCode' }, { path })
  return referrer
}
