import type { Store } from '@artel/store'
import { searchWordsOf } from './search-words.ts'

const CUSTOMERS_A_TURN = 500

/**
 * Writes the words of customers that have none, of a database that is older than the search. What was written stays, so that it
 * may be stopped and called again. Answers how many customers were looked at.
 */
export async function fillSearchWords({ prisma }: Pick<Store, 'prisma'>): Promise<number> {
  let looked = 0
  let after: { coalitionId: string; id: string } | null = null
  for (;;) {
    const customers: Wordless[] = await prisma.customer.findMany({
      where: {
        words: { none: {} },
        ...(after === null
          ? {}
          : {
              OR: [
                { coalitionId: { gt: after.coalitionId } },
                { coalitionId: after.coalitionId, id: { gt: after.id } },
              ],
            }),
      },
      orderBy: [{ coalitionId: 'asc' }, { id: 'asc' }],
      select: { coalitionId: true, id: true, name: true, phone: true },
      take: CUSTOMERS_A_TURN,
    })
    const last = customers.at(-1)
    if (last === undefined) return looked
    await prisma.customerWord.createMany({
      data: customers.flatMap(({ coalitionId, id: customerId, ...person }) =>
        searchWordsOf(person).map((word) => ({ coalitionId, customerId, ...word })),
      ),
      skipDuplicates: true,
    })
    looked += customers.length
    after = { coalitionId: last.coalitionId, id: last.id }
  }
}

interface Wordless {
  readonly coalitionId: string
  readonly id: string
  readonly name: string
  readonly phone: string | null
}
