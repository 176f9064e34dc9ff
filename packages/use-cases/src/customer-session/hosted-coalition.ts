import { NotFoundError } from '@artel/ledger'
import type { Store } from '@artel/store'
import type { Coalition } from '@artel/store/prisma'
import { decodePublicId } from '../ids/public-id.ts'

/** Longest handle or public id that is looked for. */
const MAX_LENGTH = 80

/**
 * The coalition that has a page for its customers, by its handle or its public id; undefined where there is none, or the page is
 * off: nobody tells the two apart.
 */
export async function findHostedCoalition({ prisma }: Store, named: string): Promise<Coalition | undefined> {
  const name = named.normalize('NFC')
  // PostgreSQL has no text with a NUL.
  if (name.length > MAX_LENGTH || name.includes('\u0000')) return undefined
  const id = decodePublicId('coalition', name)
  const found = await prisma.coalition.findFirst({ where: id ? { id } : { handle: name } })
  return found?.hostedPage ? found : undefined
}

/** The same, or NotFoundError. */
export async function hostedCoalition(store: Store, named: string): Promise<Coalition> {
  const found = await findHostedCoalition(store, named)
  if (found) return found
  throw new NotFoundError({ what: 'coalition' }, { path: ['coalition'] })
}
