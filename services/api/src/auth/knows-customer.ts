import { toldOfMember } from '@artel/use-cases'
import type { ApiContext } from '../context.ts'
import { atMember } from '../loaders/at-member.ts'

/**
 * Whether the caller knows a customer that it sees: a member, and a token that it issued, one whom the member has dealt with. Any member
 * may serve any customer of the coalition, and is told name, card and points; what a customer drives and who recommends what is for
 * those it deals with.
 */
export async function knowsCustomer(
  { loaders, principal }: Pick<ApiContext, 'loaders' | 'principal'>,
  { coalitionId, id }: { readonly coalitionId: string; readonly id: string },
): Promise<boolean> {
  const memberId = toldOfMember(principal)
  return memberId === null || (await loaders.dealings({ coalitionId, id: atMember(memberId, id) })) === true
}
