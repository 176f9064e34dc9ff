import { InvalidInputError } from '@artel/ledger'
import type { CustomerGroup, RuleConditions } from '@artel/rules'
import { lockSegments, lockTiers } from '@artel/store'
import type { Prisma } from '@artel/store/prisma'
import { decodePublicId } from '../ids/public-id.ts'
import type { RuleDefinitionInput } from './definition-input.ts'

/** What a rule may name of groups of customers, by public id. */
export interface NamedGroups {
  readonly segments: ReadonlyMap<string, CustomerGroup>
  readonly tiers: ReadonlyMap<string, CustomerGroup>
}

/** For a definition that names none. */
export const NO_GROUPS: NamedGroups = { segments: new Map(), tiers: new Map() }

/** More than a rule may name; beyond it nothing is read, since the rule is refused anyway. */
const MOST_READ = 100
const PROBLEMS = {
  segments: 'Must name a segment of the member or of the coalition.',
  tiers: 'Must name a tier of the member or of the coalition.',
} as const
const KINDS = ['segments', 'tiers'] as const

/**
 * The groups of customers that a definition names, of those that its member may name: its own and the coalition's; a rule of the coalition
 * names the coalition's alone. Others are
 * missing, and `checkDefinition` refuses them where they are named.
 */
export async function loadNamedGroups(
  { segment, tier }: Pick<Prisma.TransactionClient, 'segment' | 'tier'>,
  { coalitionId, memberId }: { readonly coalitionId: string; readonly memberId: string | null },
  { if: wanted }: RuleDefinitionInput,
): Promise<NamedGroups> {
  const mayName = { OR: [{ memberId }, { memberId: null }] }
  const segments = namesIn('segment', wanted?.customer?.segments)
  const tiers = namesIn('tier', wanted?.customer?.tiers)
  const [ofSegments, ofTiers] = await Promise.all([
    segments.size === 0
      ? []
      : segment.findMany({
          where: { coalitionId, id: { in: [...segments.values()] }, deletedAt: null, ...mayName },
        }),
    tiers.size === 0
      ? []
      : tier.findMany({
          where: { coalitionId, id: { in: [...tiers.values()] }, ladder: { endedAt: null, ...mayName } },
        }),
  ])
  return { segments: groupsByName(segments, ofSegments), tiers: groupsByName(tiers, ofTiers) }
}

/** Ids by the public ones that they were named by. */
const namesIn = (
  noun: 'segment' | 'tier',
  named: readonly string[] | null | undefined,
): ReadonlyMap<string, string> =>
  new Map(
    (named ?? []).slice(0, MOST_READ).flatMap((publicId) => {
      const id = decodePublicId(noun, publicId)
      return id === undefined ? [] : [[publicId, id] as const]
    }),
  )

function groupsByName(
  named: ReadonlyMap<string, string>,
  rows: readonly { readonly id: string; readonly nameEn: string; readonly nameRu: string }[],
): ReadonlyMap<string, CustomerGroup> {
  const found = new Map(rows.map(({ id, nameEn: en, nameRu: ru }) => [id, { id, name: { en, ru } }]))
  return new Map(
    [...named].flatMap(([publicId, id]) => {
      const group = found.get(id)
      return group ? [[publicId, group] as const] : []
    }),
  )
}

/** The groups that an input names, in its order. Throws InvalidInputError for one that it may not name. */
export function groupsOf(
  customer: NonNullable<NonNullable<RuleDefinitionInput['if']>['customer']>,
  path: readonly string[],
  groups: NamedGroups,
): Pick<RuleConditions, 'segments' | 'tiers'> {
  return Object.fromEntries(
    KINDS.flatMap((kind) => {
      const named = customer[kind]
      if (named == null) return []
      const found = named.map((publicId, at) => {
        const group = groups[kind].get(publicId)
        if (group) return group
        throw new InvalidInputError({ path: [...path, kind, String(at)], problem: PROBLEMS[kind] })
      })
      return [[kind, found] as const]
    }),
  )
}

/**
 * Holds what a rule's conditions name until the transaction ends. Throws InvalidInputError for what was deleted, or ended, since it
 * was read.
 */
export async function holdNamedGroups(
  transaction: Prisma.TransactionClient,
  coalitionId: string,
  conditions: RuleConditions,
): Promise<void> {
  const locks = { segments: lockSegments, tiers: lockTiers }
  for (const kind of KINDS) {
    const named = conditions[kind]
    if (!named) continue
    const there = await locks[kind](transaction, { coalitionId, ids: named.map(({ id }) => id) })
    const gone = named.findIndex(({ id }) => !there.has(id))
    if (gone < 0) continue
    const path = ['definition', 'if', 'customer', kind, String(gone)]
    throw new InvalidInputError({ path, problem: PROBLEMS[kind] })
  }
}
