import { points } from '@artel/ledger'
import { openStore } from '@artel/store'
import { createHold, recordPurchase } from '@artel/use-cases'
import { aHold, aSale } from '@artel/use-cases/testing'

/** A till in a process of its own: `sell.ts <databaseUrl> <coalitionId> <memberId> <customerId>` sells once and holds 10 points for 600 s. */
const [databaseUrl = '', coalitionId = '', memberId = '', customerId = ''] = process.argv.slice(2)
const store = await openStore({ databaseUrl, maxConnections: 4 })
const scopes = new Set(['purchases:write', 'holds:write'])
const context = {
  store,
  principal: { kind: 'member', coalitionId, memberId, status: 'ACTIVE', keyId: memberId, scopes },
} as const
await recordPurchase(context, aSale({ id: customerId }))
await createHold(context, aHold({ id: customerId }, { points: points(10n), ttlSeconds: 600 }))
await store.close()
