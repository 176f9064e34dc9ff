import { SaleNeedsApprovalError } from '@artel/ledger'
import type { Command, Posted, Store } from '@artel/store'
import { type PostCommandOptions, postCommand } from '../posting/post-command.ts'
import { requestCreditApproval } from './approve-sale.ts'
import { type CreditStanding, countPosted } from './credit-standing.ts'
import type { Payers } from './payers.ts'

/**
 * Hands a sale to the coalition's lane. One that waits for the coalition's yes is written down for it; what a sale adds
 * to its member's position, and to that of others who pay for its rules, counts for the next one at once, though positions are
 * read only now and then.
 */
export async function postSale(
  store: Store,
  sale: {
    readonly coalitionId: string
    readonly memberId: string
    readonly receiptRef: string
    readonly standing: CreditStanding | undefined
    /** Who besides the member pays for its rules; undefined when nobody does. */
    readonly payers: Payers | undefined
  },
  command: Command,
  options: PostCommandOptions = {},
): Promise<Posted> {
  try {
    const posted = await postCommand(store, sale.coalitionId, command, options)
    countPosted(sale.standing, sale.memberId, posted.group?.entries)
    for (const [payerId, standing] of sale.payers?.standings ?? [])
      countPosted(standing, payerId, posted.group?.entries)
    return posted
  } catch (error) {
    if (error instanceof SaleNeedsApprovalError) await requestCreditApproval(store, sale)
    throw error
  }
}
