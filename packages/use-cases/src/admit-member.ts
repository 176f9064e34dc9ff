import type { Minor, Points } from '@artel/ledger'
import type { EarnRule, Member, Terms } from '@artel/store/prisma'
import type { Context } from './principal.ts'

export type MemberKind =
  | 'AUTO_SERVICE'
  | 'CAR_WASH'
  | 'PARTS_SHOP'
  | 'TYRE'
  | 'INSURANCE'
  | 'CLUB'
  | 'CAFE'
  | 'OTHER'
export type MemberSegment = 'SMALL' | 'MEDIUM' | 'LARGE'

/** How a member's sales earn. PERCENT needs `percentBps`, FIXED needs `fixedPoints`. */
export interface EarnRuleInput {
  readonly kind: 'PERCENT' | 'FIXED'
  readonly percentBps?: number | null
  readonly fixedPoints?: Points | null
  /** Bills below this earn nothing, minor units. */
  readonly minTotalMinor?: Minor | null
}

export interface AdmitMemberInput {
  readonly handle: string
  readonly name: string
  readonly kind: MemberKind
  readonly segment: MemberSegment
  readonly earnRule: EarnRuleInput
  readonly allowedOrigins: readonly string[]
  readonly brandColor?: string | null
  readonly brandLogoUrl?: string | null
}

export interface AdmittedMember {
  readonly member: Member
  readonly earnRule: EarnRule
  /** The terms to accept before the member is active. */
  readonly terms: Terms
  /** The member's first secret key, with all member scopes; shown this once. */
  readonly apiKey: string
}

/** Admits a member as INVITED, with its first API key. Administrators only. */
export async function admitMember(context: Context, input: AdmitMemberInput): Promise<AdmittedMember> {
  throw new Error('admitMember is not built yet', { cause: [context, input] })
}
