import { InvalidInputError } from '@artel/ledger'
import type { CustomerGroup, RuleConditions } from '@artel/rules'
import { lockSegments } from '@artel/store'
import type { Prisma } from '@artel/store/prisma'
import { decodePublicId } from '../ids/public-id.ts'
import type { RuleDefinitionInput } from './definition-input.ts'

/** What a rule may name of groups of customers, by public id. */
export interface NamedGroups {
  readonly segments: ReadonlyMap<string, CustomerGroup>
}

/** For a definition that names none. */
export const NO_GROUPS: NamedGroups = { segments: new Map() }

/** More than a rule may name; beyond it nothing is read, since the rule is refused anyway. */
const MOST_READ = 100
const NO_SEGMENT = 'Must name a segment of the member or of the coalition.'

/**
 * The groups of customers that a definition names, of those that its member may name: its own and the coalition's; a rule of the coalition
 * names the coalition's alone. Others are
 * missing, and `checkDefinition` refuses them where they are named.
 */
export async function loadNamedGroups(
  { segment }: Pick<Prisma.TransactionClient, 'segment'>,
  { coalitionId, memberId }: { readonly coalitionId: string; readonly memberId: string | null },
  { if: wanted }: RuleDefinitionInput,
): Promise<NamedGroups> {
  const named = (wanted?.customer?.segments ?? []).slice(0, MOST_READ)
  const ids = named.flatMap((publicId) => decodePublicId('segment', publicId) ?? [])
  if (ids.length === 0) return NO_GROUPS
  const mayName = { OR: [{ memberId }, { memberId: null }] }
  const rows = await segment.findMany({
    where: { coalitionId, id: { in: ids }, deletedAt: null, ...mayName },
  })
  const found = new Map(rows.map(({ id, nameEn: en, nameRu: ru }) => [id, { id, name: { en, ru } }]))
  return {
    segments: new Map(
      named.flatMap((publicId) => {
        const group = found.get(decodePublicId('segment', publicId) ?? '')
        return group ? [[publicId, group] as const] : []
      }),
    ),
  }
}

/** The groups that an input names, in its order. Throws InvalidInputError for one that it may not name. */
export function groupsOf(
  { segments }: NonNullable<NonNullable<RuleDefinitionInput['if']>['customer']>,
  path: readonly string[],
  groups: NamedGroups,
): Pick<RuleConditions, 'segments'> {
  return segments == null
    ? {}
    : {
        segments: segments.map((publicId, at) => {
          const found = groups.segments.get(publicId)
          if (found) return found
          throw new InvalidInputError({ path: [...path, 'segments', String(at)], problem: NO_SEGMENT })
        }),
      }
}

/**
 * Holds what a rule's conditions name until the transaction ends. Throws InvalidInputError for what was deleted since it was
 * read.
 */
export async function holdNamedGroups(
  transaction: Prisma.TransactionClient,
  coalitionId: string,
  { segments }: RuleConditions,
): Promise<void> {
  if (!segments) return
  const there = await lockSegments(transaction, { coalitionId, ids: segments.map(({ id }) => id) })
  const gone = segments.findIndex(({ id }) => !there.has(id))
  if (gone < 0) return
  const path = ['definition', 'if', 'customer', 'segments', String(gone)]
  throw new InvalidInputError({ path, problem: NO_SEGMENT })
}
