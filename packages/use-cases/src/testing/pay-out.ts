import { bank, micros, moneyTransfers, payable } from '@artel/ledger'
import { inTransaction, newId, postMoney } from '@artel/store'
import { requestHash } from '../posting/request-hash.ts'
import type { BuiltCoalition } from './a-coalition.ts'
import { booksOf } from './books.ts'

/** Takes what an affiliate is owed off its account, as a payment would, without a settlement around it. */
export async function payOut(town: BuiltCoalition, affiliateId: string): Promise<void> {
  const amount = micros(-(await booksOf(town.store, town.id)).money('PAYABLE', affiliateId))
  const id = newId()
  const paid = {
    debits: [{ account: payable(affiliateId), amount }],
    credits: [{ account: bank(town.id), amount }],
  }
  await inTransaction(town.store, (client) =>
    postMoney(client, town.id, {
      key: { scopeId: town.id, operation: 'payOut', key: id, requestHash: requestHash({ id }) },
      ...{ documentId: id, kind: 'PAYMENT', memberId: null, transfers: moneyTransfers([paid]), outbox: [] },
    }),
  )
}
