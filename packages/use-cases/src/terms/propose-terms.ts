import {
  type BasisPoints,
  basisPoints,
  CoalitionWindingDownError,
  InvalidInputError,
  type Micros,
  type Minor,
  NotFoundError,
} from '@artel/ledger'
import { type TermsChanges, type TermsOverride, termsFor } from '@artel/rules'
import { coalitionNow, newId } from '@artel/store'
import type { Terms } from '@artel/store/prisma'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { type Act, recordAct } from '../audit/record-act.ts'
import { checkId, checkIdempotencyKey, checkInteger, checkOneOf } from '../input/text.ts'
import { outboxRow } from '../posting/outbox.ts'
import { refuseOtherRequest } from '../posting/refuse-other-request.ts'
import { requestHash } from '../posting/request-hash.ts'
import { retryUniqueViolation } from '../posting/transaction-failure.ts'
import { agreedTerms } from './agreed-terms.ts'
import { forgetAgreement, loadAgreement, type TermsVersion } from './agreement.ts'
import { type TermsInput, termsColumns } from './terms-columns.ts'
import { checkTerms } from './terms-input.ts'

/** What a version is for a segment or for one member. Fields left out are the version's. Name exactly one of the two. */
export interface TermsOverrideInput {
  readonly segment?: string | null
  readonly memberId?: string | null
  readonly issueFee?: Micros | null
  readonly deposit?: Micros | null
  readonly maxPointsShareBps?: number | null
  readonly creditLimit?: Micros | null
  readonly creditPolicy?: 'REFUSE' | 'PENDING_APPROVAL' | null
  readonly lateDays?: number | null
  readonly minPayoutMinor?: Minor | null
}

export interface ProposeTermsInput {
  /** From when on it binds, once every active member has accepted it. In the future. */
  readonly startsAt: Date
  readonly terms: TermsInput
  readonly overrides?: readonly TermsOverrideInput[] | null
  readonly idempotencyKey: string
}

export interface ProposedTerms {
  readonly terms: Terms
  readonly replayed: boolean
}

const MAX_OVERRIDES = 200

/**
 * Proposes the next version of the terms, whole, with what it is for segments and members: overrides of the version
 * before do not carry over. Members accept it; it binds new points from its start, once the last active member has.
 * Administrators only. Throws InvalidInputError, NotFoundError, IdempotencyKeyMismatchError, CoalitionWindingDownError.
 */
export async function proposeTerms(context: Context, input: ProposeTermsInput): Promise<ProposedTerms> {
  const { coalitionId, keyId } = requireAdmin(context.principal, 'coalition:write')
  const { store } = context
  const proposalKey = checkIdempotencyKey(input.idempotencyKey)
  const proposalHash = requestHash({ ...input, idempotencyKey: null })
  const first = await store.prisma.terms.findUnique({
    where: { coalitionId_proposalKey: { coalitionId, proposalKey } },
  })
  refuseOtherRequest(first?.proposalHash, proposalHash)
  if (first) return { terms: first, replayed: true }
  checkTerms(input.terms)
  forgetAgreement(store, coalitionId)
  const [{ coalition, versions }, now] = await Promise.all([
    loadAgreement(store, coalitionId),
    coalitionNow(store, coalitionId),
  ])
  if (coalition.windDownEndsAt) throw new CoalitionWindingDownError({ endsAt: coalition.windDownEndsAt })
  if (!(input.startsAt > now))
    throw new InvalidInputError({
      path: ['startsAt'],
      problem: `Must be after ${now.toISOString()}, the coalition's clock.`,
    })
  const overrides = checkedOverrides(input.overrides ?? [], input.startsAt)
  const members = await store.prisma.member.findMany({
    where: { coalitionId },
    select: { id: true, segment: true },
  })
  const segmentOf = new Map(members.map(({ id, segment }) => [id, segment]))
  const columns = termsColumns(input.terms)
  const event = (termsId: string, version: number) => ({
    kind: 'terms.proposed' as const,
    subjectId: termsId,
    payload: { termsId, version: String(version), startsAt: input.startsAt.toISOString() },
  })
  const terms = await retryUniqueViolation(() =>
    store.prisma.$transaction(async (transaction) => {
      const last = await transaction.terms.findFirst({
        where: { coalitionId },
        orderBy: { version: 'desc' },
        select: { version: true },
      })
      const version = (last?.version ?? versions.length) + 1
      const row = { ...columns, coalitionId, version, startsAt: input.startsAt, createdAt: now }
      const made = await transaction.terms.create({
        data: { ...row, id: newId(), proposedById: keyId, proposalKey, proposalHash },
      })
      const base: TermsVersion = { ...agreedTerms(made), row: made }
      await transaction.terms.createMany({
        data: overrides.map((override, at) => ({
          ...row,
          ...variantColumns(base, override, { overrides, segmentOf }),
          id: newId(),
          variant: at + 1,
          proposedById: keyId,
        })),
      })
      await transaction.outbox.create({ data: outboxRow(coalitionId, now, event(made.id, version)) })
      await recordAct(context, transaction, actOf({ ...made, startsAt: input.startsAt }, overrides.length))
      return made
    }),
  )
  forgetAgreement(store, coalitionId)
  return { terms, replayed: false }
}

const actOf = ({ coalitionId, id, version, startsAt, contractHash }: Terms, variants: number): Act => ({
  ...{ act: 'termsPropose', coalitionId, subject: { type: 'terms', id } },
  details: { version, startsAt: startsAt.toISOString(), contractHash, variants },
})

/** The columns in which a variant differs. A member's own stands on its segment's as of now. */
function variantColumns(
  base: TermsVersion,
  { scope }: TermsOverride,
  all: { readonly overrides: readonly TermsOverride[]; readonly segmentOf: ReadonlyMap<string, string> },
) {
  const memberId = scope.kind === 'MEMBER' ? scope.memberId : ''
  const segment = scope.kind === 'MEMBER' ? all.segmentOf.get(memberId) : scope.segment
  if (segment === undefined) throw new NotFoundError({ what: 'member' }, { path: ['overrides'] })
  const history = {
    versions: [{ terms: base, acceptedBy: new Set<string>() }],
    activeMemberIds: new Set<string>(),
  }
  const terms = termsFor({ memberId, segment }, base.startsAt, history, all.overrides)
  if (!terms) throw new Error('A version is in force at its own start when nobody has to accept it')
  return {
    segment: scope.kind === 'SEGMENT' ? scope.segment : null,
    memberId: scope.kind === 'MEMBER' ? scope.memberId : null,
    issueFee: terms.prices.issueFee,
    deposit: terms.prices.deposit,
    maxPointsShareBps: Number(terms.maxPointsShareBps),
    creditLimit: terms.settlement.creditLimit,
    creditPolicy: terms.settlement.creditPolicy,
    lateDays: terms.settlement.lateDays,
    minPayoutMinor: terms.settlement.minPayout,
  }
}

function checkedOverrides(overrides: readonly TermsOverrideInput[], startsAt: Date): TermsOverride[] {
  if (overrides.length > MAX_OVERRIDES)
    throw new InvalidInputError({ path: ['overrides'], problem: `Must be at most ${MAX_OVERRIDES}.` })
  const names = new Set(overrides.map(({ segment, memberId }) => segment ?? memberId))
  if (names.size !== overrides.length)
    throw new InvalidInputError({
      path: ['overrides'],
      problem: 'Must name each segment and each member once.',
    })
  return overrides.map((override, at) => {
    const path = ['overrides', String(at)]
    const { segment, memberId } = override
    if ((segment == null) === (memberId == null))
      throw new InvalidInputError({ path, problem: 'Must name a segment or a member, and not both.' })
    const scope =
      segment == null
        ? { kind: 'MEMBER' as const, memberId: checkId('member', memberId ?? '', [...path, 'memberId']) }
        : {
            kind: 'SEGMENT' as const,
            segment: checkOneOf([...path, 'segment'], segment, ['SMALL', 'MEDIUM', 'LARGE']),
          }
    return { id: String(at), scope, startsAt, endsAt: null, changes: checkedChanges(override, path) }
  })
}

function checkedChanges(override: TermsOverrideInput, path: readonly string[]): TermsChanges {
  for (const field of ['issueFee', 'deposit', 'creditLimit', 'minPayoutMinor'] as const)
    if ((override[field] ?? 0n) < 0n)
      throw new InvalidInputError({ path: [...path, field], problem: 'Must not be below 0.' })
  const { issueFee, deposit, creditLimit, creditPolicy, lateDays, minPayoutMinor } = override
  const changes: TermsChanges = {
    ...(issueFee == null ? {} : { issueFee }),
    ...(deposit == null ? {} : { deposit }),
    ...(creditLimit == null ? {} : { creditLimit }),
    ...(creditPolicy == null ? {} : { creditPolicy }),
    ...(minPayoutMinor == null ? {} : { minPayout: minPayoutMinor }),
    ...(lateDays == null
      ? {}
      : { lateDays: checkInteger([...path, 'lateDays'], lateDays, { min: 0, max: 366 }) }),
    ...shareOf(override, path),
  }
  if (Object.keys(changes).length === 0)
    throw new InvalidInputError({ path, problem: 'Must change something.' })
  return changes
}

function shareOf(
  { maxPointsShareBps: share }: TermsOverrideInput,
  path: readonly string[],
): { readonly maxPointsShareBps?: BasisPoints } {
  if (share == null) return {}
  const checked = checkInteger([...path, 'maxPointsShareBps'], share, { min: 0, max: 10_000 })
  return { maxPointsShareBps: basisPoints(BigInt(checked)) }
}
