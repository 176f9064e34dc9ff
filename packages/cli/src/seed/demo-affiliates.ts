import { minor } from '@artel/ledger'
import { localDateOf } from '@artel/rules'
import { coalitionNow } from '@artel/store'
import {
  type AffiliateKind,
  admitAffiliate,
  applyAsAffiliate,
  type CommissionDefinitionInput,
  publishAffiliateTerms,
  startCommissionProgramme,
} from '@artel/use-cases'
import type { DemoCoalition } from './demo-coalition.ts'
import type { MemberHandle } from './demo-members.ts'

const TERMS = {
  textEn: 'You bring customers by your code; for what they buy the shop pays you what its programme says.',
  textRu: 'Вы приводите покупателей по своему коду; за их покупки магазин платит вам по своей программе.',
}

interface DemoAffiliate {
  readonly name: string
  readonly legalName: string
  readonly kind: AffiliateKind
  readonly email: string
  readonly minPayout: bigint
  readonly payer: MemberHandle
  readonly definition: Omit<CommissionDefinitionInput, 'fromDay'>
}

const roubles = (amount: bigint) => ({ amountMinor: minor(amount * 100n), currency: 'RUB' })

const AFFILIATES: readonly DemoAffiliate[] = [
  {
    ...{ name: 'Гараж на колёсах', legalName: 'ИП Колёсова В. П.', kind: 'BLOGGER' },
    ...{ email: 'garage@example.com', minPayout: 1_000n, payer: 'kolenval' },
    definition: {
      name: { en: 'Car blog', ru: 'Автоблог' },
      effect: { percentBps: 400 },
      months: 6,
    },
  },
  {
    ...{ name: 'Автошкола «Разметка»', legalName: 'ООО «Разметка»', kind: 'SCHOOL' },
    ...{ email: 'school@example.com', minPayout: 500n, payer: 'motor-yard' },
    definition: {
      name: { en: 'Driving school', ru: 'Автошкола' },
      effect: {
        ladder: [
          { from: roubles(0n), bps: 500 },
          { from: roubles(100_000n), bps: 700 },
          { from: roubles(300_000n), bps: 1_000 },
        ],
        per: 'MONTH',
      },
    },
  },
]

/** A blogger and a driving school, each with a programme of a shop, at the beginning of the history; what is there stays. */
export async function admitDemoAffiliates({ admin, members, coalition }: DemoCoalition): Promise<void> {
  const { store } = admin
  const { id: coalitionId, timeZone } = coalition
  const fromDay = localDateOf(await coalitionNow(store, coalitionId), timeZone)
  const { terms } = await publishAffiliateTerms(admin, TERMS)
  for (const { payer, definition, minPayout, ...who } of AFFILIATES) {
    const nobody = { store, principal: { kind: 'anonymous' } } as const
    const find = () => store.prisma.affiliate.findFirst({ where: { coalitionId, email: who.email } })
    if (!(await find())) await applyAsAffiliate(nobody, { coalitionId, termsVersion: terms.version, ...who })
    const applied = await find()
    if (!applied) throw new Error(`The application of ${who.name} is gone`)
    if (applied.status === 'APPLIED')
      await admitAffiliate(admin, { id: applied.id, minPayout: roubles(minPayout) })
    const { context, id: memberId } = members[payer]
    const pays = await store.prisma.commissionProgramme.count({
      where: { coalitionId, memberId, affiliateId: applied.id },
    })
    if (pays > 0) continue
    const payee = { payeeKind: 'AFFILIATE', payeeId: applied.id } as const
    await startCommissionProgramme(context, { ...payee, definition: { ...definition, fromDay } })
  }
}
