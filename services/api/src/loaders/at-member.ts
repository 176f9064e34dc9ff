import type { Load } from './batched-load.ts'
import { makeBatchedLoad } from './batched-load.ts'
import { grouped } from './grouped.ts'

/** The key of what one customer is to one member; of the coalition for null. */
export const atMember = (memberId: string | null, customerId: string): string =>
  `${memberId ?? ''}/${customerId}`

/** Makes a batched read of what customers are to members: one query for each of the members that ask. */
export function makeLoadAtMember<Row>(
  readMany: (
    coalitionId: string,
    memberId: string | null,
    customerIds: string[],
  ) => Promise<ReadonlyMap<string, Row>>,
): Load<Row> {
  return makeBatchedLoad(async (coalitionId, keys) => {
    const asked = keys.map((key) => {
      const [memberId = '', customerId = ''] = key.split('/')
      return { key, memberId, customerId }
    })
    const found = new Map<string, Row>()
    const reads = [...grouped(asked, ({ memberId }) => memberId)].map(async ([memberId, some]) => {
      const ids = some.map(({ customerId }) => customerId)
      const rows = await readMany(coalitionId, memberId === '' ? null : memberId, ids)
      for (const { key, customerId } of some) {
        const row = rows.get(customerId)
        if (row !== undefined) found.set(key, row)
      }
    })
    await Promise.all(reads)
    return found
  })
}
