import type { Hold } from '@artel/store/prisma'
import type { Context } from './principal.ts'

export interface VoidHoldInput {
  readonly holdId: string
  readonly idempotencyKey: string
}

export interface VoidedHold {
  readonly hold: Hold
  readonly replayed: boolean
}

/** Releases a hold of the calling member. */
export async function voidHold(context: Context, input: VoidHoldInput): Promise<VoidedHold> {
  throw new Error('voidHold is not built yet', { cause: [context, input] })
}
