import {
  type Coverage as CoverageRead,
  type IssuerCoverage as IssuerCoverageRead,
  readCoverage,
} from '@artel/use-cases'
import { type ApiContext, verbContext } from '../../context.ts'
import { Member } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'
import { ExactMoney } from '../vocabulary/money.ts'
import { present } from '../vocabulary/present.ts'

/** The coverage proof with what its money is in. */
export interface CoverageShape extends CoverageRead {
  readonly coalitionId: string
  readonly currency: string
}
type AnonymousIssuerShape = Omit<IssuerCoverageRead, 'memberId'> & { readonly currency: string }
interface IssuerCoverageShape extends IssuerCoverageRead {
  readonly coalitionId: string
  readonly currency: string
}

/** Reads the coverage proof of a coalition; throws PermissionError to callers that may not see it. */
export async function readCoverageOf(
  context: ApiContext,
  coalition: { id: string; currency: string },
): Promise<CoverageShape> {
  const coverage = await readCoverage(verbContext(context), { coalitionId: coalition.id })
  return { ...coverage, coalitionId: coalition.id, currency: coalition.currency }
}

const IssuerCoverage = builder.objectRef<IssuerCoverageShape>('IssuerCoverage').implement({
  description: "One issuer's part of the coverage proof.",
  fields: (t) => ({
    member: t.field({
      type: Member,
      nullable: true,
      description: 'The issuer; null for points that the promo fund paid for.',
      resolve: async ({ coalitionId, memberId }, _args, { loaders }) =>
        memberId === null ? null : present(await loaders.member({ coalitionId, id: memberId })),
    }),
    outstandingPoints: t.expose('outstandingPoints', {
      type: 'Points',
      description: 'Its points that customers hold.',
    }),
    reserve: t.field({
      type: ExactMoney,
      description: 'Money in reserve for them.',
      resolve: ({ reserve, currency }) => ({ amountMicros: reserve, currency }),
    }),
    contingent: t.field({
      type: ExactMoney,
      description: 'What it will owe when they are spent.',
      resolve: ({ contingent, currency }) => ({ amountMicros: contingent, currency }),
    }),
  }),
})

const AnonymousIssuerCoverage = builder.objectRef<AnonymousIssuerShape>('AnonymousIssuerCoverage').implement({
  description: "One issuer's part of the coverage proof, without its name.",
  fields: (t) => ({
    outstandingPoints: t.expose('outstandingPoints', {
      type: 'Points',
      description: 'Its points that customers hold.',
    }),
    reserve: t.field({
      type: ExactMoney,
      description: 'Money in reserve for them.',
      resolve: ({ reserve, currency }) => ({ amountMicros: reserve, currency }),
    }),
    contingent: t.field({
      type: ExactMoney,
      description: 'What it will owe when they are spent.',
      resolve: ({ contingent, currency }) => ({ amountMicros: contingent, currency }),
    }),
  }),
})

export const Coverage = builder.objectRef<CoverageShape>('Coverage').implement({
  description:
    "Proof that every outstanding point is covered by money in reserve or by its issuer's obligation.",
  fields: (t) => ({
    outstandingPoints: t.expose('outstandingPoints', {
      type: 'Points',
      description: 'Points that customers hold.',
    }),
    required: t.field({
      type: ExactMoney,
      description: 'Sum over outstanding points of the reserve price.',
      resolve: ({ required, currency }) => ({ amountMicros: required, currency }),
    }),
    reserve: t.field({
      type: ExactMoney,
      description: 'Balance of RESERVE.',
      resolve: ({ reserve, currency }) => ({ amountMicros: reserve, currency }),
    }),
    contingent: t.field({
      type: ExactMoney,
      description: 'Owed by issuers when their points are spent.',
      resolve: ({ contingent, currency }) => ({ amountMicros: contingent, currency }),
    }),
    covered: t.exposeBoolean('covered', { description: 'reserve + contingent >= required.' }),
    anonymousIssuers: t.field({
      type: [AnonymousIssuerCoverage],
      description: 'Issuers whose names the caller does not see, by outstanding points, largest first.',
      resolve: ({ anonymousIssuers, currency }) => anonymousIssuers.map((part) => ({ ...part, currency })),
    }),
    byIssuer: t.field({
      type: [IssuerCoverage],
      description: 'The proof by issuer: those whose names the caller may see.',
      resolve: ({ byIssuer, coalitionId, currency }) =>
        byIssuer.map((part) => ({ ...part, coalitionId, currency })),
    }),
  }),
})
