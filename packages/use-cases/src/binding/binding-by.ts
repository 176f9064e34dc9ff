import { endOfDays, type SourceChoice, type SourceKind } from '@artel/rules'
import {
  type BindingRow,
  type BindingTerms,
  isSourceByEmail,
  type LinkRow,
  type NewBinding,
  newId,
  ownSources,
  type Store,
  type TransactionClient,
} from '@artel/store'

/** A binding by a link that begins now: its window is the link's own, or the coalition's. */
export function bindingBy(
  { linkId, memberId, sourceKind, sourceId, windowDays }: LinkRow,
  {
    coalition,
    customerId,
    via,
    now,
  }: {
    readonly coalition: Pick<BindingTerms, 'bindingDays' | 'timeZone'>
    readonly customerId: string
    readonly via: 'ENROL' | 'SIGN_IN' | 'TILL' | 'CODE'
    readonly now: Date
  },
): NewBinding {
  const endsAt = endOfDays(now, windowDays ?? coalition.bindingDays, coalition.timeZone)
  return { id: newId(), customerId, memberId, sourceKind, sourceId, linkId, via, boundAt: now, endsAt }
}

/**
 * Whether a customer is the source of a link, or has the e-mail of the source or of somebody who works for it elsewhere. By its
 * e-mail alone where the customer is not there yet.
 */
export async function isOwnLink(
  client: TransactionClient | Store['pool'],
  {
    coalitionId,
    customerId,
    email,
    link: { sourceKind, sourceId, memberId },
  }: {
    readonly coalitionId: string
    readonly customerId: string
    readonly email?: string | null
    readonly link: LinkRow
  },
): Promise<boolean> {
  // What a member's own poster brings it is paid to nobody.
  if (sourceKind === 'MEMBER' && sourceId === memberId) return false
  if (email !== undefined)
    return email !== null && (await isSourceByEmail(client, { coalitionId, sourceId, email }))
  const asked = { coalitionId, customerIds: [customerId], sourceIds: [sourceId] }
  return (await ownSources(client, asked)).some(({ to }) => to === null)
}

/** By what a coalition decides between sources. */
export const sourceChoiceOf = ({
  bindingPolicy,
  bindingPriority,
}: Pick<BindingTerms, 'bindingPolicy' | 'bindingPriority'>): SourceChoice => ({
  policy: bindingPolicy as SourceChoice['policy'],
  priority: bindingPriority as SourceKind[],
})

/** A stored binding as the rules look at it. */
export const boundLink = <Row extends Pick<BindingRow, 'sourceKind'>>(row: Row) => ({
  ...row,
  sourceKind: row.sourceKind as SourceKind,
})
