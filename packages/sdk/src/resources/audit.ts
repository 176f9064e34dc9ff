import type { Executor } from '../executor.ts'
import { AuditEventListDocument, type AuditEventsFilter } from '../generated/graphql.ts'
import { type ListOptions, list } from '../list.ts'
import type { CallOptions } from '../transport.ts'

/** Who did what to the coalition, and who was refused. */
export function auditOf({ query }: Executor) {
  return {
    /**
     * The audit log, newest first: all of it with an administrator's or auditor's key, what is about the member with a member's.
     *
     * @example
     * ```ts
     * const suspensions = artel.audit.list({ filter: { act: 'memberSuspend', from: '2026-01-01T00:00:00Z' } })
     * for await (const { at, actorId, member } of suspensions) console.log(at, actorId, member?.handle)
     * ```
     */
    list: (
      options: ListOptions &
        CallOptions & {
          /** @defaultValue all events */
          readonly filter?: AuditEventsFilter | undefined
        } = {},
    ) =>
      list(options, async (window) => {
        const filter = options.filter ?? null
        return (await query(AuditEventListDocument, { filter, ...window }, options)).auditEvents
      }),
  }
}
