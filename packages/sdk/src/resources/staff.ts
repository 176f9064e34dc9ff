import type { Executor } from '../executor.ts'
import {
  StaffAcceptDocument,
  type StaffAcceptInput,
  StaffInviteDocument,
  type StaffInviteInput,
  StaffListDocument,
  StaffRevokeDocument,
  type StaffRevokeInput,
} from '../generated/graphql.ts'
import { type ListOptions, list } from '../list.ts'
import type { CallOptions } from '../transport.ts'

/** People and their roles. */
export function staffOf({ query, result }: Executor) {
  return {
    /**
     * Invites somebody by mail: administrators into roles of the coalition and at members, a member into its own. The link
     * stands in the letter alone. Scope `members:write` (roles of the coalition also `coalition:write`) or `member:write`.
     *
     * @example
     * ```ts
     * const { grant } = await artel.staff.invite({ email: 'kassa@example.com', role: 'CASHIER' }).unwrap()
     * console.log(grant.id, grant.acceptedAt)
     * ```
     */
    invite: (input: StaffInviteInput, options?: CallOptions) =>
      result('mutation', StaffInviteDocument, { input }, options, (data) => data.staffInvite),
    /**
     * Accepts an invitation with what stands behind the `#` of its link, and signs in.
     *
     * @example
     * ```ts
     * const { token, me } = await artel.staff
     *   .accept({ linkSecret: '5JrXq3oBvEo8r1', name: 'Olga', transport: 'TOKEN' })
     *   .unwrap()
     * console.log(token?.slice(0, 3), me.lacks)
     * ```
     */
    accept: (input: StaffAcceptInput, options?: CallOptions) =>
      result('mutation', StaffAcceptDocument, { input }, options, (data) => data.staffAccept),
    /**
     * Takes a role or an invitation back; within five seconds no process lets the person act in it.
     *
     * @example
     * ```ts
     * for await (const { id, email } of artel.staff.list({ standing: true }))
     *   if (email === 'kassa@example.com') await artel.staff.revoke({ grantId: id }).unwrap()
     * ```
     */
    revoke: (input: StaffRevokeInput, options?: CallOptions) =>
      result('mutation', StaffRevokeDocument, { input }, options, (data) => data.staffRevoke),
    /**
     * Roles of people, newest first. The list is fetched while it is read.
     *
     * @example
     * ```ts
     * const roles = await artel.staff.list({ standing: true }).toArray({ limit: 50 })
     * console.log(roles.map(({ person, email, role }) => `${person?.name ?? email}: ${role}`))
     * ```
     */
    list: (
      options: ListOptions &
        CallOptions & {
          /** @defaultValue all members and the coalition */
          readonly memberId?: string | undefined
          /** @defaultValue revoked ones too */
          readonly standing?: boolean | undefined
        } = {},
    ) =>
      list(options, async (window) => {
        const { memberId = null, standing = null } = options
        return (await query(StaffListDocument, { memberId, standing, ...window }, options)).staff
      }),
  }
}
