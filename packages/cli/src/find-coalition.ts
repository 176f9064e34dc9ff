import type { Store } from '@artel/store'
import type { Coalition } from '@artel/store/prisma'
import { CliError } from './cli-error.ts'
import { coalitionIdOf } from './coalition-id.ts'

/** The coalition that a person named by its handle or its id (coa_...); fails with a line when none or several are. */
export async function findCoalition(store: Pick<Store, 'prisma'>, named: string): Promise<Coalition> {
  const where = named.startsWith('coa_') ? { id: coalitionIdOf(named) } : { handle: named }
  const [found, second] = await store.prisma.coalition.findMany({ where, take: 2 })
  if (!found)
    throw new CliError(`There is no coalition "${named}" in this database.`, {
      ru: `Коалиции «${named}» в этой базе нет.`,
    })
  if (second)
    throw new CliError(`Several coalitions have the handle "${named}". Name one by its id (coa_...).`, {
      ru: `Имя «${named}» у нескольких коалиций. Назовите номер (coa_...).`,
    })
  return found
}
