import { listWindows } from '@artel/store'
import type { SettlementWindow } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { checkInteger } from '../input/text.ts'
import { settlementReach } from './settler.ts'

export interface ReadWindowsInput {
  /** 1 to 100. */
  readonly first: number
  /** The number that the page before ended with. */
  readonly after?: number | null
}

/**
 * Windows of the caller's coalition, newest first: the one of the present instant, then those that ended. For
 * administrators, auditors and members that may read reports; NotFoundError for others.
 */
export async function readWindows(
  context: Context,
  input: ReadWindowsInput,
): Promise<{ readonly windows: readonly SettlementWindow[]; readonly hasNextPage: boolean }> {
  const { coalitionId } = settlementReach(context.principal)
  const { store } = context
  const first = checkInteger(['first'], input.first, { min: 1, max: 100 })
  const { after } = input
  const windows = await listWindows(store, coalitionId, {
    ...(after == null ? {} : { through: after - 1 }),
    limit: first + 1,
  })
  return { windows: windows.slice(0, first), hasNextPage: windows.length > first }
}
