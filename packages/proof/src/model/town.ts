import { minor, points } from '@artel/ledger'
import type { Store } from '@artel/store'
import { acceptTerms, advanceClock, type Context, proposeTerms } from '@artel/use-cases'
import { aCoalition, type BuiltCoalition } from '@artel/use-cases/testing'
import { MEMBERS, type Setting } from './setting.ts'
import { type Agreed, known, type ModelTerms } from './world.ts'

/** A coalition in the database, made for one history, and what is agreed in it as the model takes it. */
export interface Town {
  readonly agreed: Agreed
  readonly adminContext: Context
  /** The context of a member's server on the given store. */
  memberContext(memberId: string, store: Store): Context
}

const CUSTOMERS = 3
const DAY_MS = 86_400_000

/** How long the first customers are known when a history begins: longer than any sale of it is late. */
export const KNOWN_FOR_DAYS = 45

/** Phones of the customers that the town begins with. */
export const FIRST_PHONES = Array.from({ length: CUSTOMERS }, (_, index) => phoneOf(index))

/** A telephone number that nobody else of the history has. */
export function phoneOf(index: number): string {
  return `+7912${String(1_000_000 + index)}`
}

/** Builds the setting through the real verbs. */
export async function openTown(store: Store, setting: Setting): Promise<Town> {
  const [first, ...laterVersions] = setting.versions
  let builder = aCoalition({ terms: known(first, 'first terms').terms })
  for (const { handle, percentBps, fixedPoints, minTotalMinor } of MEMBERS)
    builder = builder.withMember(handle, {
      earnRule:
        percentBps === null
          ? { kind: 'FIXED', fixedPoints: points(fixedPoints), minTotalMinor: minor(minTotalMinor) }
          : { kind: 'PERCENT', percentBps, minTotalMinor: minor(minTotalMinor) },
    })
  const built = await builder.open(store)
  const memberIds = MEMBERS.map(({ handle }) => built.member(handle).id)
  const { id, startsAt, contractHash } = built.terms
  const drafts = [{ draft: known(first, 'first terms'), id, startsAt, contractHash }]
  for (const [index, draft] of laterVersions.entries()) {
    const startsAt = new Date(
      built.terms.startsAt.getTime() + (KNOWN_FOR_DAYS + draft.startsAfterDays) * DAY_MS,
    )
    const proposal = { startsAt, terms: draft.terms, idempotencyKey: `version-${index + 2}` }
    const { terms } = await proposeTerms(built.adminContext, proposal)
    drafts.push({ draft, id: terms.id, startsAt, contractHash: terms.contractHash })
  }
  await advanceClock(built.adminContext, { seconds: 1 })
  await acceptLater(built, drafts.slice(1))
  return {
    agreed: {
      coalitionId: built.id,
      terms: drafts.map(({ draft, id, startsAt }): ModelTerms => {
        const { breakageIssuerBps, breakagePromoFundBps, breakageOperatorBps, ...rest } = draft.terms
        return {
          ...rest,
          id,
          startsAt: startsAt.getTime(),
          acceptedBy: new Set(memberIds.filter((_, index) => draft.acceptedBy[index])),
          maxPointsShareBps: BigInt(rest.maxPointsShareBps),
          breakage: {
            issuer: BigInt(breakageIssuerBps),
            promoFund: BigInt(breakagePromoFundBps),
            operator: BigInt(breakageOperatorBps),
          },
        }
      }),
      members: MEMBERS.map(({ handle, percentBps, fixedPoints, minTotalMinor }) => ({
        id: built.member(handle).id,
        earnRule:
          percentBps === null
            ? { kind: 'FIXED', fixedPoints, minTotalMinor }
            : { kind: 'PERCENT', percentBps: BigInt(percentBps), minTotalMinor },
      })),
    },
    adminContext: built.adminContext,
    memberContext: (memberId, on) => {
      const { handle } = known(
        MEMBERS.find((member) => built.member(member.handle).id === memberId),
        'such member',
      )
      return { store: on, principal: built.member(handle).principal }
    },
  }
}

interface Proposed {
  readonly draft: Setting['versions'][number]
  readonly id: string
  readonly contractHash: string
}

async function acceptLater(built: BuiltCoalition, versions: readonly Proposed[]): Promise<void> {
  for (const { draft, id: termsId, contractHash } of versions)
    for (const [index, { handle }] of MEMBERS.entries())
      if (draft.acceptedBy[index])
        await acceptTerms(built.member(handle).context, { termsId, contractHash, acceptedBy: 'Director' })
}
