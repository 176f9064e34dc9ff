import type { Member, Plan, PlanApproval } from '@artel/store/prisma'
import {
  type AnsweredStatement,
  type DisputeWithOutcome,
  decodePublicId,
  type LegWithPayments,
  WITH_ANSWERS,
} from '@artel/use-cases'
import { CliError, UsageError } from '../cli-error.ts'
import { actingMember } from './acting-as.ts'
import type { Shown } from './show.ts'

/** A statement with its answers and whose it is. */
export type NamedStatement = AnsweredStatement & { readonly member: Pick<Member, 'name' | 'handle'> }

/** The statements of a window that the caller may see, by the members' names. */
export function statementsOf({ context, coalition }: Shown, windowNo: number): Promise<NamedStatement[]> {
  const memberId = actingMember(context)
  return context.store.prisma.statement.findMany({
    where: { coalitionId: coalition.id, windowNo, ...(memberId === undefined ? {} : { memberId }) },
    include: { ...WITH_ANSWERS, member: { select: { name: true, handle: true } } },
    orderBy: { member: { name: 'asc' } },
  })
}

/** The statement of a member in a window: the caller's own, or of the member that an administrator names. */
export async function statementOf(
  shown: Shown,
  windowNo: number,
  named: string | undefined,
): Promise<NamedStatement> {
  const own = actingMember(shown.context)
  if (own === undefined && !named)
    throw new UsageError('This step needs --member, or the key of a member.', {
      ru: 'Нужен --member или ключ участника.',
    })
  const memberId = own ?? (await memberNamed(shown, named ?? '')).id
  const { coalition, context } = shown
  const found = await context.store.prisma.statement.findFirst({
    where: { coalitionId: coalition.id, windowNo, memberId },
    include: { ...WITH_ANSWERS, member: { select: { name: true, handle: true } } },
  })
  if (!found) {
    const said = shown.words.noStatement(named ?? '', windowNo)
    throw new CliError(said, { ru: said })
  }
  return found
}

/** A member by its handle or id; fails with a line. */
export async function memberNamed({ context, coalition }: Shown, named: string): Promise<Member> {
  const id = decodePublicId('member', named)
  const member = await context.store.prisma.member.findFirst({
    where: { coalitionId: coalition.id, ...(id === undefined ? { handle: named } : { id }) },
  })
  if (!member) throw new CliError(`There is no member "${named}".`, { ru: `Участника «${named}» нет.` })
  return member
}

/** The last plan of a window, which is the one that counts. */
export async function planOf(
  { context, coalition }: Shown,
  windowNo: number,
): Promise<(Plan & { readonly approvals: PlanApproval[] }) | null> {
  return context.store.prisma.plan.findFirst({
    where: { coalitionId: coalition.id, windowNo },
    include: { approvals: true },
    orderBy: { planNo: 'desc' },
  })
}

/** The payments that an approved plan of a window asks for. */
export function legsOf({ context, coalition }: Shown, windowNo: number): Promise<LegWithPayments[]> {
  return context.store.prisma.paymentLeg.findMany({
    where: { coalitionId: coalition.id, windowNo },
    include: { payments: { include: { reversal: true } } },
    orderBy: { legNo: 'asc' },
  })
}

/** A dispute with its outcome, by its id; fails with a line. */
export async function disputeOf({ context, coalition }: Shown, named: string): Promise<DisputeWithOutcome> {
  const id = decodePublicId('dispute', named)
  const found =
    id === undefined
      ? null
      : await context.store.prisma.dispute.findUnique({
          where: { coalitionId_id: { coalitionId: coalition.id, id } },
          include: { resolution: true },
        })
  if (!found)
    throw new CliError(`There is no dispute "${named}". Known ones: settle disputes --window N.`, {
      ru: `Разногласия «${named}» нет. Какие есть, покажет settle disputes --window N.`,
    })
  return found
}

/** Disputes of a window that the caller may see, oldest first. */
export function disputesOf({ context, coalition }: Shown, windowNo: number) {
  const memberId = actingMember(context)
  return context.store.prisma.dispute.findMany({
    where: { coalitionId: coalition.id, windowNo, ...(memberId === undefined ? {} : { memberId }) },
    include: { resolution: true, statement: { include: { member: { select: { name: true } } } } },
    orderBy: { openedAt: 'asc' },
  })
}

/** What the members of the coalition are called, by id; undefined for the coalition itself. */
export async function membersById({
  context,
  coalition,
}: Shown): Promise<ReadonlyMap<string, { readonly name: string; readonly handle: string }>> {
  const members = await context.store.prisma.member.findMany({
    where: { coalitionId: coalition.id },
    select: { id: true, name: true, handle: true },
  })
  return new Map(members.map(({ id, ...names }) => [id, names]))
}
