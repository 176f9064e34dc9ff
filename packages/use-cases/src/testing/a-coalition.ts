import { micros, minor } from '@artel/ledger'
import type { Store } from '@artel/store'
import type { Coalition, Customer, Member, Terms } from '@artel/store/prisma'
import { v7 as uuidv7 } from 'uuid'
import { hashApiSecret } from '../access/api-secret.ts'
import type { MemberStatus } from '../access/member-status.ts'
import type { AdminPrincipal, Context, MemberPrincipal } from '../access/principal.ts'
import { advanceClock } from '../coalition/advance-clock.ts'
import { type OpenCoalitionInput, openCoalition } from '../coalition/open-coalition.ts'
import { type EnrolCustomerInput, enrolCustomer } from '../customer/enrol-customer.ts'
import { type AdmitMemberInput, admitMember } from '../member/admit-member.ts'
import { acceptTerms } from '../terms/accept-terms.ts'
import type { TermsInput } from '../terms/terms-columns.ts'
import { TIME_ZONE } from './local-days.ts'
import { aColleague } from './people.ts'

/** Burn-funded terms: R 0.90, fi 0.10, fr 0.02, face value 1.00, half of a bill payable in points. */
export const BURN_FUNDED_TERMS: TermsInput = {
  reservePrice: micros(900_000n),
  issueFee: micros(100_000n),
  redeemFee: micros(20_000n),
  deposit: micros(0n),
  faceValueMinor: minor(100n),
  breakageIssuerBps: 5_000,
  breakagePromoFundBps: 3_000,
  breakageOperatorBps: 2_000,
  refundPolicy: 'ISSUER_BEARS',
  expiryKind: 'ROLLING_MONTHS',
  expiryMonths: 12,
  refundGraceDays: 14,
  activationDelayDays: 0,
  maxPointsShareBps: 5_000,
  selfRedemptionFeeWaived: false,
  holdTtlSeconds: 604_800,
  contractTextEn: 'The members agree.',
  contractTextRu: 'Участники договорились.',
}

/** The same, paid for when points are given: D = R. */
export const ISSUE_FUNDED_TERMS: TermsInput = { ...BURN_FUNDED_TERMS, deposit: micros(900_000n) }

/** A member of a built coalition, with what it takes to act for it. */
export interface BuiltMember {
  readonly id: string
  readonly member: Member
  readonly principal: MemberPrincipal
  readonly context: Context
  readonly apiKey: string
}

/** A built coalition. `member` and `customer` throw for a name that was not built. */
export interface BuiltCoalition {
  readonly id: string
  readonly store: Store
  readonly coalition: Coalition
  readonly terms: Terms
  readonly admin: AdminPrincipal
  readonly adminContext: Context
  readonly adminKey: string
  /** Another person with all that an administrator may, and a key of theirs. */
  readonly treasurer: AdminPrincipal
  readonly treasurerKey: string
  /** The key that the coalition was opened with, which acts for nobody in person. */
  readonly firstKey: string
  member(handle: string): BuiltMember
  customer(name: string): Customer
}

/** Describes a coalition; `open` makes it through the verbs. */
export interface CoalitionBuilder {
  /** A member that has accepted the terms; `invited: true` leaves it INVITED. */
  withMember(handle: string, overrides?: MemberOverrides): CoalitionBuilder
  /** A customer enrolled at a member built before: `at` its handle, by default the first. */
  withCustomer(name: string, overrides?: CustomerOverrides): CoalitionBuilder
  open(store: Store): Promise<BuiltCoalition>
}

export type CoalitionOverrides = Partial<Omit<OpenCoalitionInput, 'terms'>> & {
  readonly terms?: Partial<TermsInput>
  /** Everybody joined so many days ago; the clock is moved ahead to now. Of a TEST coalition. */
  readonly openedDaysAgo?: number
}
export type MemberOverrides = Partial<Omit<AdmitMemberInput, 'handle'>> & {
  readonly invited?: boolean
  /** Its key is that of a person, its manager, and not its server's. */
  readonly inPerson?: boolean
}
export type CustomerOverrides = Partial<EnrolCustomerInput> & { readonly at?: string }

/** Begins the description of a TEST coalition with burn-funded terms; members earn 5 % unless told otherwise. */
export function aCoalition(overrides: CoalitionOverrides = {}): CoalitionBuilder {
  return builder(overrides, [], [])
}

type MemberPlan = readonly [handle: string, overrides: MemberOverrides]
type CustomerPlan = readonly [name: string, overrides: CustomerOverrides]

function builder(
  overrides: CoalitionOverrides,
  members: readonly MemberPlan[],
  customers: readonly CustomerPlan[],
): CoalitionBuilder {
  return {
    withMember: (handle, own = {}) => builder(overrides, [...members, [handle, own]], customers),
    withCustomer: (name, own = {}) => builder(overrides, members, [...customers, [name, own]]),
    open: (store) => build(store, overrides, members, customers),
  }
}

async function build(
  store: Store,
  { openedDaysAgo = 0, ...overrides }: CoalitionOverrides,
  memberPlans: readonly MemberPlan[],
  customerPlans: readonly CustomerPlan[],
): Promise<BuiltCoalition> {
  const operator: Context = { store, principal: { kind: 'operator' } }
  const {
    coalition,
    terms,
    adminKey: firstKey,
  } = await openCoalition(operator, {
    handle: `test-${uuidv7()}`,
    name: 'Test coalition',
    pointsName: 'points',
    pointsSymbol: 'P',
    currency: 'RUB',
    timeZone: TIME_ZONE,
    locales: ['ru', 'en'],
    mode: 'TEST',
    ...(openedDaysAgo > 0 ? { clockOffsetSeconds: -openedDaysAgo * DAY_SECONDS } : {}),
    ...overrides,
    terms: { ...BURN_FUNDED_TERMS, ...overrides.terms },
  })
  const keyOf = (secret: string) =>
    store.prisma.apiKey.findUniqueOrThrow({
      where: { coalitionId_secretHash: { coalitionId: coalition.id, secretHash: hashApiSecret(secret) } },
    })
  const { id: firstKeyId, scopes: allScopes } = await keyOf(firstKey)
  const first: AdminPrincipal = {
    kind: 'admin',
    coalitionId: coalition.id,
    keyId: firstKeyId,
    scopes: new Set(allScopes),
  }
  const opener = { store, principal: first }
  const { context: adminContext, key: adminKey } = await aColleague(opener, 'chair')
  const { context: treasury, key: treasurerKey } = await aColleague(opener, 'treasurer')
  const { principal: admin } = adminContext

  const members = new Map<string, BuiltMember>()
  for (const [handle, { invited, inPerson, ...own }] of memberPlans) {
    const admitted = await admitMember(adminContext, { ...DEFAULT_MEMBER, name: handle, ...own, handle })
    const { id, scopes } = await keyOf(admitted.apiKey)
    const asInvited: MemberPrincipal = {
      kind: 'member',
      coalitionId: coalition.id,
      memberId: admitted.member.id,
      status: 'INVITED',
      keyId: id,
      scopes: new Set(scopes),
    }
    const acceptance = { termsId: terms.id, contractHash: terms.contractHash, acceptedBy: 'The director' }
    const { member } = invited ? admitted : await acceptTerms({ store, principal: asInvited }, acceptance)
    const server: MemberPrincipal = { ...asInvited, status: member.status as MemberStatus }
    const ofServer = { context: { store, principal: server }, key: admitted.apiKey }
    const { context, key: apiKey } = inPerson
      ? await aColleague({ store, principal: server }, handle)
      : ofServer
    const { principal } = context
    members.set(handle, { id: member.id, member, principal, context, apiKey })
  }

  const customers = new Map<string, Customer>()
  for (const [name, { at, ...own }] of customerPlans) {
    const { context } = at === undefined ? firstOf(members) : found(members, at)
    const { customer } = await enrolCustomer(context, { name, consentVersion: '2026-01', ...own })
    customers.set(name, customer)
  }
  if (openedDaysAgo > 0) await advanceClock(adminContext, { seconds: openedDaysAgo * DAY_SECONDS })
  return {
    id: coalition.id,
    store,
    coalition,
    terms,
    admin,
    adminContext,
    adminKey,
    treasurer: treasury.principal,
    treasurerKey,
    firstKey,
    member: (handle) => found(members, handle),
    customer: (name) => found(customers, name),
  }
}

const DAY_SECONDS = 86_400

const DEFAULT_MEMBER = {
  kind: 'OTHER',
  segment: 'SMALL',
  earnRule: { kind: 'PERCENT', percentBps: 500 },
  allowedOrigins: [],
} as const

function found<Value>(values: ReadonlyMap<string, Value>, name: string): Value {
  const value = values.get(name)
  if (value === undefined) throw new Error(`The coalition was built without "${name}"`)
  return value
}

function firstOf<Value>(values: ReadonlyMap<string, Value>): Value {
  for (const value of values.values()) return value
  throw new Error('Build a member before its customers')
}
