import { InvalidInputError, type Micros, type Minor, type Points, type Quantity } from '@artel/ledger'
import type PrismaTypes from '@artel/store/pothos-types'
import { getDatamodel } from '@artel/store/pothos-types'
import SchemaBuilder from '@pothos/core'
import ErrorsPlugin from '@pothos/plugin-errors'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin from '@pothos/plugin-relay'
import { type ApiContext, storeOf } from '../../context.ts'
import { encodeNodeId } from './node-id.ts'

/** The one schema builder: rooms add their types to it and `schema.ts` builds them. */
export const builder = new SchemaBuilder<{
  Context: ApiContext
  PrismaTypes: PrismaTypes
  DefaultFieldNullability: false
  DefaultEdgesNullability: { list: false; items: false }
  DefaultNodeNullability: false
  Scalars: {
    ID: { Input: string; Output: string }
    DateTime: { Input: Date; Output: Date }
    Points: { Input: Points; Output: bigint }
    Minor: { Input: Minor; Output: bigint }
    Micros: { Input: Micros; Output: bigint }
    Quantity: { Input: Quantity; Output: bigint }
    TimeZone: { Input: string; Output: string }
    JSONObject: { Input: Record<string, unknown>; Output: unknown }
  }
}>({
  plugins: [ErrorsPlugin, RelayPlugin, PrismaPlugin],
  defaultFieldNullability: false,
  prisma: {
    client: (context) => storeOf(context).prisma,
    dmmf: getDatamodel(),
    exposeDescriptions: false,
  },
  errors: {
    directResult: true,
    /** Every mutation takes an input, so each may answer that a field of it is against its rule. */
    defaultTypes: [InvalidInputError],
    defaultUnionOptions: {
      name: ({ fieldName }) => `${capitalized(fieldName)}Result`,
      description: 'The answer, or the refusal that explains why there is none.',
    },
  },
  relay: {
    encodeGlobalID: (typename, id) => encodeNodeId(typename, String(id)),
    idFieldOptions: { description: 'Global id, opaque: `node(id:)` finds the object again.' },
    nodeTypeOptions: { description: 'An object with a global id.' },
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    cursorType: 'String',
    defaultConnectionTypeOptions: { description: 'One page of a list.' },
    defaultEdgeTypeOptions: { description: 'A node and its place in the list.' },
    edgesFieldOptions: {
      nullable: { list: false, items: false },
      description: 'The nodes of the page with their cursors.',
    },
    nodeFieldOptions: { nullable: false, description: 'The object itself.' },
    cursorFieldOptions: { description: 'Place of the node in the list, for `after`.' },
    nodesOnConnection: { description: 'The nodes of the page without their cursors.' },
    pageInfoFieldOptions: { description: 'Whether and where the list goes on.' },
    pageInfoTypeOptions: { description: 'Whether and where a list goes on.' },
    hasNextPageFieldOptions: { description: 'Whether the list goes on after this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether the list begins before this page.' },
    startCursorFieldOptions: { description: 'Cursor of the first node; null on an empty page.' },
    endCursorFieldOptions: { description: 'Cursor of the last node, for `after`; null on an empty page.' },
  },
})

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
