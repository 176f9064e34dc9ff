import { FAILURES, type FailureEntry, REFUSALS, type Words } from '@artel/ledger'
import { type GraphQLSchema, isObjectType } from 'graphql'
import type { EnteredRefusal } from './refusal-types.ts'

/** A fact of a refusal, as clients are sent it. */
interface PrintedField {
  /** Its GraphQL type. */
  readonly type: string
  readonly description: string
  /** The words that it may be, where they are known; more may come. */
  readonly values?: readonly string[]
}

interface Explained {
  readonly retryable: boolean
  readonly meaning: Words
  readonly remedy: Words
}

interface PrintedRefusal extends Explained {
  /** Its type in the schema, and its class in clients. */
  readonly type: string
  readonly fields: Readonly<Record<string, PrintedField>>
  /** What a customer is told who meets it in the widget. */
  readonly customer?: Words
}

interface PrintedFailure extends Explained {
  /** HTTP status of the answer. */
  readonly status: number
}

/** The registry as clients are given it, which see no code of ours: `packages/schema/refusals.json`. */
export interface PrintedRefusals {
  readonly refusals: Readonly<Record<string, PrintedRefusal>>
  readonly failures: Readonly<Record<string, PrintedFailure>>
}

/** Prints the registry for clients: each kind sorted by its codes, with the types that its facts have in the schema. */
export function printedRefusals(
  schema: GraphQLSchema,
  refusals: readonly EnteredRefusal[] = Object.values(REFUSALS),
  failures: Readonly<Record<string, FailureEntry>> = FAILURES,
): PrintedRefusals {
  const shown = refusals.filter(({ entry }) => !entry.internal)
  return {
    refusals: sorted(shown.map((refusal) => [refusal.code, printedRefusal(schema, refusal)])),
    failures: sorted(
      Object.entries(failures).map(([code, { status, ...entry }]) => [code, { status, ...explained(entry) }]),
    ),
  }
}

function printedRefusal(schema: GraphQLSchema, { name, entry }: EnteredRefusal): PrintedRefusal {
  const type = schema.getType(name)
  if (!isObjectType(type)) throw new Error(`The schema has no type ${name}`)
  const own = Object.values(type.getFields()).filter((field) => Object.hasOwn(entry.fields ?? {}, field.name))
  const fields = own.map((field): [string, PrintedField] => {
    const { description, enumType, values } = entry.fields?.[field.name] ?? { description: '' }
    const words = enumType === undefined && values ? { values: Object.keys(values) } : {}
    return [field.name, { type: String(field.type), description, ...words }]
  })
  return {
    type: name,
    ...explained(entry),
    fields: Object.fromEntries(fields),
    ...(entry.customer && { customer: entry.customer }),
  }
}

const explained = ({
  retryable = false,
  meaning,
  remedy,
}: Partial<Explained> & Omit<Explained, 'retryable'>) => ({
  ...{ retryable, meaning, remedy },
})

const sorted = <Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> =>
  Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)))
