import { InvalidInputError, NotFoundError, OwnLinkError } from '@artel/ledger'
import {
  bindingThatStays,
  endOfDays,
  isMistypedLinkCode,
  readingsOfLinkCode,
  type SourceChoice,
  type SourceKind,
} from '@artel/rules'
import {
  addBinding,
  type BindingRow,
  bindingsOf,
  clicksOf,
  coalitionNow,
  holdCustomer,
  inTransaction,
  type LinkRow,
  linksOfCodes,
  type NewBinding,
  newId,
  type Store,
  worksFor,
} from '@artel/store'
import type { Coalition } from '@artel/store/prisma'
import { requireCustomer, requireMember } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { customerIdOf } from '../customer/look-up-customer.ts'
import { checkBillCode } from '../input/bill-code.ts'
import { checkId } from '../input/text.ts'
import { loadAgreement } from '../terms/agreement.ts'

/** What a customer came by: a code that was typed, or the click that a site remembered. */
export interface CameBy {
  readonly code?: string | null
  /** Raw UUID. */
  readonly clickId?: string | null
}

export interface BindCustomerInput extends CameBy {
  /** Whom; a customer's token names itself. */
  readonly customer?: CustomerBy | null
}

/** A binding of a customer to a source at one member. */
export type BoundCustomer = Omit<NewBinding, 'via'>

export interface BindingDone {
  /** The binding that counts now. */
  readonly binding: BoundCustomer
  /** False where another one, made before, goes on counting. */
  readonly isNew: boolean
}

/**
 * Binds a customer to the source of a link to the calling member, by the code that was typed or by the click. Whether the
 * binding that stands goes on counting is the coalition's policy. A customer's token binds itself, at its member.
 * Throws InvalidInputError, NotFoundError, MemberNotActiveError, OwnLinkError.
 */
export async function bindCustomer(context: Context, input: BindCustomerInput): Promise<BindingDone> {
  const { principal, store } = context
  const caller =
    principal.kind === 'customer'
      ? requireCustomer(principal, 'wallet:read')
      : requireMember(principal, 'customers:write', 'bindCustomer')
  const { coalitionId, memberId } = caller
  const customerId =
    caller.kind === 'customer'
      ? caller.customerId
      : await customerIdOf(context, { coalitionId, memberId }, namedCustomer(input))
  const link = await linkCameBy(store, { coalitionId, memberId }, input)
  if (!link) throw new NotFoundError({ what: 'link' }, { path: [input.code == null ? 'clickId' : 'code'] })
  const atTill = caller.kind === 'member' && caller.tillId !== undefined
  const via = atTill ? 'TILL' : input.code == null ? 'SIGN_IN' : 'CODE'
  return bindTo(store, { coalitionId, customerId, link, via })
}

const namedCustomer = ({ customer }: BindCustomerInput): CustomerBy => {
  if (customer) return customer
  throw new InvalidInputError({ path: ['customer'], problem: 'Must be given.' })
}

/**
 * The link to a member that a customer came by; undefined for a click that is not there or leads to another member. Throws
 * InvalidInputError for a code that is none, NotFoundError for one that no running link to the member has.
 */
export async function linkCameBy(
  store: Store,
  { coalitionId, memberId }: { readonly coalitionId: string; readonly memberId: string },
  { code: typed, clickId }: CameBy,
): Promise<LinkRow | undefined> {
  if ((typed == null) === (clickId == null))
    throw new InvalidInputError({ path: ['code'], problem: 'Must be given, or the click, not both.' })
  if (clickId != null) {
    const id = checkId('click', clickId, ['clickId'])
    const click = (await clicksOf(store.pool, { coalitionId, of: [id] })).get(id)
    return click?.memberId === memberId && click.kind === 'HUMAN' && click.status === 'ACTIVE'
      ? click
      : undefined
  }
  const code = checkBillCode(['code'], typed) ?? ''
  const readings = readingsOfLinkCode(code)
  const found = await linksOfCodes(store.pool, { coalitionId, of: readings })
  const link = readings.map((reading) => found.get(reading)).find((one) => one !== undefined)
  if (link?.memberId === memberId && link.status === 'ACTIVE') return link
  if (!link && isMistypedLinkCode(code))
    throw new InvalidInputError({ path: ['code'], problem: 'Is mistyped: a letter is wrong. Read it again.' })
  throw new NotFoundError({ what: 'link' }, { path: ['code'] })
}

/** Binds a customer to the source of a link, or leaves the binding that goes on counting. Throws NotFoundError, OwnLinkError. */
export async function bindTo(
  store: Store,
  asked: {
    readonly coalitionId: string
    readonly customerId: string
    readonly link: LinkRow
    readonly via: 'ENROL' | 'SIGN_IN' | 'TILL' | 'CODE'
  },
): Promise<BindingDone> {
  const { coalitionId, customerId, link, via } = asked
  const [{ coalition }, boundAt] = await Promise.all([
    loadAgreement(store, coalitionId),
    coalitionNow(store, coalitionId),
  ])
  const { linkId, memberId, sourceKind, sourceId } = link
  const days = link.windowDays ?? coalition.bindingDays
  const candidate = {
    ...{ id: newId(), customerId, memberId, sourceKind, sourceId, linkId, via, boundAt },
    endsAt: endOfDays(boundAt, days, coalition.timeZone),
  }
  return inTransaction(store, async (client) => {
    if (!(await holdCustomer(client, { coalitionId, customerId })))
      throw new NotFoundError({ what: 'customer' }, { path: ['customer'] })
    const isOwn =
      sourceKind === 'CUSTOMER'
        ? sourceId === customerId
        : await worksFor(client, { coalitionId, customerId, memberId: sourceId })
    if (isOwn && sourceId !== memberId) throw new OwnLinkError({})
    const standing = (await bindingsOf(client, { coalitionId, of: [customerId] }))
      .filter((binding) => binding.memberId === memberId)
      .map(boundLink)
    const stays = bindingThatStays(standing, boundLink(candidate), {
      ...sourceChoiceOf(coalition),
      timeZone: coalition.timeZone,
    })
    if (stays) return { binding: { ...stays, id: stays.bindingId }, isNew: false }
    await addBinding(client, coalitionId, candidate)
    return { binding: candidate, isNew: true }
  })
}

/** By what a coalition decides between sources. */
export const sourceChoiceOf = ({ bindingPolicy, bindingPriority }: Coalition): SourceChoice => ({
  policy: bindingPolicy as SourceChoice['policy'],
  priority: bindingPriority as SourceKind[],
})

/** A stored binding as the rules look at it. */
export const boundLink = <Row extends Pick<BindingRow, 'sourceKind'>>(row: Row) => ({
  ...row,
  sourceKind: row.sourceKind as SourceKind,
})
