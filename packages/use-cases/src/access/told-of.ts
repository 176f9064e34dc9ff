import type { Principal } from './principal.ts'

/**
 * The member of whose dealings alone a caller is told: of a member its own; of a customer's token those at the member that issued it,
 * which has the token in its hands and could make one for any customer of the coalition. Null: of all.
 */
export const toldOfMember = (principal: Principal): string | null =>
  principal.kind === 'member' || principal.kind === 'customer' ? principal.memberId : null

/** Whether the caller is told where, when and how something was done or said: at no member, by administrators, it is told nobody else. */
export const isToldOf = (principal: Principal, memberId: string | null): boolean => {
  const onlyAt = toldOfMember(principal)
  return onlyAt === null || onlyAt === memberId
}
