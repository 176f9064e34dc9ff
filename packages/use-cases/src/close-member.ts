import type { Member } from '@artel/store/prisma'
import type { Context } from './principal.ts'

/** Closes a member without obligations for good. Administrators only. */
export async function closeMember(
  context: Context,
  input: { readonly memberId: string },
): Promise<{ readonly member: Member }> {
  throw new Error('closeMember is not built yet', { cause: [context, input] })
}
