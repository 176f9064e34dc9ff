import {
  type ClockNotMovableError,
  type Field,
  type Finding,
  REFUSALS,
  type Refusal,
  type RefusalEntry,
} from '@artel/ledger'
import { encodePublicId, PUBLIC_ID_PREFIXES, type PublicIdNoun } from '@artel/use-cases'
import { type ApiContext, coalitionIdOf } from '../../context.ts'
import { builder } from './builder.ts'
import { ConfirmationFault, ConfirmationPurpose } from './confirmation.ts'
import { currencyOf, ExactMoney, Money } from './money.ts'
import {
  AdjustmentStatus,
  AffiliateStatus,
  CommissionStatus,
  HoldStatus,
  MemberStatus,
  PilotStatus,
  RuleStatus,
} from './status.ts'
import { UserError } from './user-error.ts'

/** What the type of a refusal is made from. */
export interface EnteredRefusal {
  readonly name: string
  readonly code: string
  readonly entry: RefusalEntry
}

type Types = (typeof builder)['$inferSchemaTypes']
/** To the type checker one class without facts stands for all. */
type AnyClass = typeof ClockNotMovableError
type FieldBuilder = PothosSchemaTypes.ObjectFieldBuilder<Types, InstanceType<AnyClass>>

const ENUMS = {
  ...{ AdjustmentStatus, ConfirmationFault, ConfirmationPurpose, HoldStatus },
  ...{ AffiliateStatus, CommissionStatus, MemberStatus, PilotStatus, RuleStatus },
}

/** Adds the type of a refusal to the schema: what every refusal says, and the facts of this one that callers are shown. */
export function addRefusalType(refusalClass: EnteredRefusal): void {
  const { code, entry, name } = refusalClass
  builder.objectType(refusalClass as unknown as AnyClass, {
    name,
    description: `${code}: ${entry.meaning.en} ${entry.remedy.en}`,
    interfaces: [UserError],
    fields: (t) =>
      Object.fromEntries(
        Object.entries(entry.fields ?? {})
          .filter(([, field]) => !field.hidden)
          .map(([fact, field]) => [fact, outputField(t, fact, field)]),
      ),
  })
}

for (const refusalClass of Object.values(REFUSALS))
  if (!refusalClass.entry.internal) addRefusalType(refusalClass)

function outputField(t: FieldBuilder, name: string, field: Field) {
  const options = { nullable: field.nullable ?? false, description: describe(field) }
  const fact = (refusal: Refusal) => factOf(refusal, name)
  /** As it is: the registry types it. */
  const resolve = (refusal: Refusal) => fact(refusal) as never
  switch (field.kind) {
    case 'points':
      return t.field({ ...options, type: 'Points', resolve })
    case 'money':
      return t.field({
        ...options,
        type: Money,
        resolve: async (refusal, _args, context) => ({
          amountMinor: fact(refusal) as bigint,
          currency: await callersCurrency(context),
        }),
      })
    case 'exactMoney':
      return t.field({
        ...options,
        type: ExactMoney,
        resolve: async (refusal, _args, context) => ({
          amountMicros: fact(refusal) as bigint,
          currency: await callersCurrency(context),
        }),
      })
    case 'count':
      return t.int({ ...options, resolve })
    case 'instant':
      return t.field({ ...options, type: 'DateTime', resolve })
    case 'id':
      return t.id({ ...options, resolve: (refusal) => publicIdOf(field, fact(refusal), refusal) as never })
    case 'choice':
      return t.field({ ...options, type: enumOf(field) ?? 'String', resolve })
    case 'findings':
      return t.stringList({ ...options, resolve: (refusal) => kindsOf(fact(refusal) as readonly Finding[]) })
    case 'choices':
    case 'texts':
    case 'path':
    case 'problems':
      return t.stringList({ ...options, resolve })
    case 'day':
    case 'problem':
    case 'text':
      return t.string({ ...options, resolve })
  }
}

/** A list of words stands for an enum where the API has none: its values may grow. */
function describe({ description, enumType, kind, values }: Field): string {
  if (!values || enumType) return description
  return `${description} ${kind === 'choice' ? 'One of' : 'Any of'} ${Object.keys(values).join(', ')}.`
}

function enumOf({ enumType }: Field) {
  if (enumType === undefined) return undefined
  if (enumType in ENUMS) return ENUMS[enumType as keyof typeof ENUMS]
  throw new Error(`The API has no enum ${enumType}`)
}

/** The id as callers know it; null for a noun that has none outside. */
function publicIdOf({ idOf }: Field, id: unknown, refusal: Refusal): string | null {
  const noun = typeof idOf === 'object' ? factOf(refusal, idOf.field) : idOf
  const isPublic = typeof noun === 'string' && Object.hasOwn(PUBLIC_ID_PREFIXES, noun)
  return isPublic && typeof id === 'string' ? encodePublicId(noun as PublicIdNoun, id) : null
}

const kindsOf = (findings: readonly Finding[]): string[] => [...new Set(findings.map(({ kind }) => kind))]

const factOf = (refusal: Refusal, name: string): unknown =>
  (refusal as unknown as Readonly<Record<string, unknown>>)[name]

/** Currency of the caller's coalition: refusals with money are only ever said to a caller that has one. */
const callersCurrency = (context: ApiContext) => currencyOf(context, coalitionIdOf(context))
