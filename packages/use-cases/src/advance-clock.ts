import type { Coalition } from '@artel/store/prisma'
import type { Context } from './principal.ts'

/** Moves a TEST coalition's clock ahead. Administrators only. */
export async function advanceClock(
  context: Context,
  input: { readonly seconds: number },
): Promise<{ readonly coalition: Coalition; readonly now: Date }> {
  throw new Error('advanceClock is not built yet', { cause: [context, input] })
}
