import type { Member } from '@artel/store/prisma'
import type { Context } from './principal.ts'

/** Makes a SUSPENDED member ACTIVE again. Administrators only. */
export async function reinstateMember(
  context: Context,
  input: { readonly memberId: string },
): Promise<{ readonly member: Member }> {
  throw new Error('reinstateMember is not built yet', { cause: [context, input] })
}
