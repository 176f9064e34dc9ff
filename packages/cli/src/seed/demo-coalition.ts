import { micros, minor } from '@artel/ledger'
import type { Store } from '@artel/store'
import type { Coalition } from '@artel/store/prisma'
import {
  ADMIN_SCOPES,
  acceptTerms,
  admitMember,
  type Context,
  MEMBER_SCOPES,
  openCoalition,
  readMemberStatus,
  updateCoalition,
} from '@artel/use-cases'
import { contractText } from './contract-text.ts'
import { type DemoMember, demoMembers, type MemberHandle } from './demo-members.ts'

/** Name that programs know the demo by. */
export const DEMO_HANDLE = 'zarechye'
const IN_PROCESS_KEY = '00000000-0000-0000-0000-000000000000'
const NOBODY = { keyId: IN_PROCESS_KEY, personId: null }

/** The demo coalition with a context for each of its parties: the seed acts through the same verbs as everybody. */
export interface DemoCoalition {
  readonly coalition: Coalition
  readonly admin: Context
  readonly members: Readonly<Record<MemberHandle, DemoMemberContext>>
}
export interface DemoMemberContext {
  readonly id: string
  readonly context: Context
}

/** Finds the demo coalition, or null when it was never opened. */
export async function findDemoCoalition(store: Store): Promise<Coalition | null> {
  return store.prisma.coalition.findFirst({ where: { handle: DEMO_HANDLE } })
}

/**
 * The demo coalition with its three members active; whatever is missing is made. A new one opens with its clock
 * `clockOffsetSeconds` (negative) from now.
 */
export async function ensureDemoCoalition(store: Store, clockOffsetSeconds: number): Promise<DemoCoalition> {
  const coalition = (await findDemoCoalition(store)) ?? (await openDemoCoalition(store, clockOffsetSeconds))
  const admin = adminContext(store, coalition.id)
  const entries: [MemberHandle, DemoMemberContext][] = []
  for (const member of demoMembers)
    entries.push([member.handle, await ensureMember(store, admin, coalition, member)])
  return { coalition, admin, members: Object.fromEntries(entries) as DemoCoalition['members'] }
}

/** An administrator of the coalition, acting in this process with every scope, for a person where one is named. */
export function adminContext(
  store: Store,
  coalitionId: string,
  actor: { readonly keyId: string; readonly personId: string | null } = NOBODY,
): Context {
  return {
    store,
    principal: { kind: 'admin', coalitionId, ...actor, scopes: new Set(ADMIN_SCOPES) },
  }
}

/** A member's server, acting in this process with every scope. */
export async function memberContext(store: Store, coalitionId: string, memberId: string): Promise<Context> {
  return {
    store,
    principal: {
      kind: 'member',
      coalitionId,
      memberId,
      status: await readMemberStatus(store, { coalitionId, memberId }),
      keyId: IN_PROCESS_KEY,
      scopes: new Set(MEMBER_SCOPES),
    },
  }
}

async function openDemoCoalition(store: Store, clockOffsetSeconds: number): Promise<Coalition> {
  const { coalition } = await openCoalition(
    { store, principal: { kind: 'operator' } },
    {
      handle: DEMO_HANDLE,
      name: 'Заречье',
      pointsName: 'баллы',
      pointsSymbol: 'Б',
      currency: 'RUB',
      timeZone: 'Europe/Moscow',
      locales: ['ru', 'en'],
      mode: 'TEST',
      clockOffsetSeconds,
      terms: {
        reservePrice: micros(900_000n),
        issueFee: micros(100_000n),
        redeemFee: micros(20_000n),
        deposit: micros(0n),
        faceValueMinor: minor(100n),
        breakageIssuerBps: 5000,
        breakagePromoFundBps: 3000,
        breakageOperatorBps: 2000,
        refundPolicy: 'ISSUER_BEARS',
        expiryKind: 'ROLLING_MONTHS',
        expiryMonths: 12,
        refundGraceDays: 14,
        activationDelayDays: 0,
        maxPointsShareBps: 5000,
        selfRedemptionFeeWaived: false,
        holdTtlSeconds: 7 * 86_400,
        contractTextEn: contractText.en,
        contractTextRu: contractText.ru,
      },
    },
  )
  // A customer without any site finds the points on the coalition's own page.
  await updateCoalition(adminContext(store, coalition.id), { hostedPage: true })
  return coalition
}

async function ensureMember(
  store: Store,
  admin: Context,
  coalition: Coalition,
  member: DemoMember,
): Promise<DemoMemberContext> {
  const found = await store.prisma.member.findFirst({
    where: { coalitionId: coalition.id, handle: member.handle },
  })
  const row = found ?? (await admit(admin, member))
  if (row.status === 'INVITED')
    await acceptCurrentTerms(await memberContext(store, coalition.id, row.id), coalition.id, member)
  return { id: row.id, context: await memberContext(store, coalition.id, row.id) }
}

async function admit(admin: Context, member: DemoMember) {
  const { member: row } = await admitMember(admin, {
    handle: member.handle,
    name: member.name,
    kind: member.kind,
    segment: member.segment,
    earnRule: { kind: 'PERCENT', percentBps: member.percentBps },
    allowedOrigins: [],
    brandColor: member.brandColor,
  })
  return row
}

async function acceptCurrentTerms(context: Context, coalitionId: string, member: DemoMember): Promise<void> {
  const terms = await context.store.prisma.terms.findFirstOrThrow({
    where: { coalitionId },
    orderBy: { version: 'desc' },
  })
  await acceptTerms(context, {
    termsId: terms.id,
    contractHash: terms.contractHash,
    acceptedBy: member.acceptedBy,
  })
}
