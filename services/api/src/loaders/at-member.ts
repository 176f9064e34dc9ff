import { type Load, makeBatchedLoad } from './batched-load.ts'
import { grouped } from './grouped.ts'

/** The key of what one customer is to one member, or to the coalition for null; `first`: so many rows of it at most. */
export const atMember = (memberId: string | null, customerId: string, first?: number): string =>
  [memberId ?? '', first ?? '', customerId].join('/')

/** Whose rows are asked for by the keys of `atMember`. */
interface AskedAtMember {
  readonly coalitionId: string
  readonly memberId: string | null
  readonly first: number
  readonly customerIds: readonly string[]
}

/** Makes a batched read of what customers are to members: one query for each of the members that ask, and of the sizes asked for. */
export function makeLoadAtMember<Row>(
  readMany: (asked: AskedAtMember) => Promise<ReadonlyMap<string, Row>>,
): Load<Row> {
  return makeBatchedLoad(async (coalitionId, keys) => {
    const asked = keys.map((key) => {
      const [memberId = '', first = '', customerId = ''] = key.split('/')
      return { key, memberId, first: Number(first), customerId }
    })
    const found = new Map<string, Row>()
    const alike = grouped(asked, ({ memberId, first }) => `${memberId}/${first}`)
    const reads = [...alike.values()].map(async (some) => {
      const customerIds = some.map(({ customerId }) => customerId)
      const { memberId = '', first = 0 } = some[0] ?? {}
      const rows = await readMany({
        coalitionId,
        first,
        customerIds,
        memberId: memberId === '' ? null : memberId,
      })
      for (const { key, customerId } of some) {
        const row = rows.get(customerId)
        if (row !== undefined) found.set(key, row)
      }
    })
    await Promise.all(reads)
    return found
  })
}
