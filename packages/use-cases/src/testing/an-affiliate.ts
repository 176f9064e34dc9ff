import { foldLinkCode, type LocalDate, localDateOf } from '@artel/rules'
import { coalitionNow, newId } from '@artel/store'
import type { Affiliate, CommissionProgramme, Link } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { admitAffiliate } from '../affiliate/admit-affiliate.ts'
import { type ApplyAsAffiliateInput, applyAsAffiliate } from '../affiliate/apply-as-affiliate.ts'
import { publishAffiliateTerms } from '../affiliate/publish-affiliate-terms.ts'
import { attributePurchases } from '../attribution/attribute-purchases.ts'
import { commissionDue } from '../commission/commission-due.ts'
import type { CommissionDefinitionInput } from '../commission/programme-input.ts'
import { startCommissionProgramme } from '../commission/start-commission-programme.ts'
import type { BuiltCoalition } from './a-coalition.ts'
import { TIME_ZONE } from './local-days.ts'

/** An affiliate that applied and was admitted. */
export async function anAffiliate(
  town: BuiltCoalition,
  over: Partial<ApplyAsAffiliateInput> = {},
): Promise<Affiliate> {
  const { store, adminContext } = town
  const { terms } = await publishAffiliateTerms(adminContext, { textEn: 'Bring them.', textRu: 'Приводите.' })
  const email = `${newId()}@example.com`
  const nobody: Context = { store, principal: { kind: 'anonymous' } }
  await applyAsAffiliate(nobody, {
    ...{ coalitionId: town.id, name: 'Blogger', legalName: 'ИП Блогеров', kind: 'BLOGGER', email },
    ...{ termsVersion: terms.version, ...over },
  })
  const applied = await store.prisma.affiliate.findFirstOrThrow({
    where: { coalitionId: town.id, email: over.email ?? email },
  })
  return (await admitAffiliate(adminContext, { id: applied.id })).affiliate
}

/** A code of an affiliate to a member, as it would make it. */
export async function aLinkOfAffiliate(
  town: BuiltCoalition,
  affiliate: Pick<Affiliate, 'id'>,
  { to, code }: { readonly to: string; readonly code: string },
): Promise<Link> {
  const ends = { sourceKind: 'AFFILIATE', sourceId: affiliate.id, memberId: town.member(to).id }
  const said = {
    code,
    foldedCode: foldLinkCode(code),
    targetUrl: null,
    name: 'Video',
    utm: null,
    windowDays: null,
  }
  const made = { createdAt: await coalitionNow(town.store, town.id), createdById: town.member(to).id }
  return town.store.prisma.link.create({
    data: { coalitionId: town.id, id: newId(), ...ends, ...said, status: 'ACTIVE', ...made },
  })
}

/** The day that the coalition's calendar shows. */
export const todayIn = async (town: BuiltCoalition): Promise<LocalDate> =>
  localDateOf(await coalitionNow(town.store, town.id), TIME_ZONE)

/** A programme of a member from today on: 10 % of every purchase to every affiliate, due after 14 days, unless it is said otherwise. */
export async function aProgramme(
  town: BuiltCoalition,
  payer: string,
  over: Partial<CommissionDefinitionInput> & {
    readonly payeeKind?: 'AFFILIATE' | 'MEMBER'
    readonly payeeId?: string
  } = {},
): Promise<CommissionProgramme> {
  const { payeeKind = 'AFFILIATE', payeeId = null, ...said } = over
  const definition: CommissionDefinitionInput = {
    ...{ name: { en: 'Partners', ru: 'Партнёры' }, effect: { percentBps: 1_000 } },
    ...{ fromDay: await todayIn(town), ...said },
  }
  return (await startCommissionProgramme(town.member(payer).context, { payeeKind, payeeId, definition }))
    .programme
}

/** Attributes what was sold, and does all that commissions wait for. */
export async function commissionAll(town: BuiltCoalition): Promise<void> {
  const operator: Context = { store: town.store, principal: { kind: 'operator' } }
  const coalitionId = town.id
  for (let more = true; more; ) ({ more } = await attributePurchases(operator, { coalitionId, limit: 5_000 }))
  for (let more = true; more; ) ({ more } = await commissionDue(operator, { coalitionId, limit: 500 }))
}
