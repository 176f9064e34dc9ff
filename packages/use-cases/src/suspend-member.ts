import type { Member } from '@artel/store/prisma'
import type { Context } from './principal.ts'

/** Suspends an ACTIVE member: no new earning, redemption or customers. Administrators only. */
export async function suspendMember(
  context: Context,
  input: { readonly memberId: string },
): Promise<{ readonly member: Member }> {
  throw new Error('suspendMember is not built yet', { cause: [context, input] })
}
