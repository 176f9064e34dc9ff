import { readFileSync } from 'node:fs'
import type { CodegenConfig } from '@graphql-codegen/cli'
import {
  buildASTSchema,
  type DocumentNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql'
import { selectRefusals } from './select-refusals.ts'

const contract = parse(readFileSync(new URL(import.meta.resolve('@artel/schema/schema.graphql')), 'utf8'))
const schema = buildASTSchema(contract)

/** The code of a refusal is an open String on the wire; clients are told the codes that this version knows. */
function withTypedCodes(document: DocumentNode): DocumentNode {
  const { definitions } = parse('scalar RefusalCode type T { code: RefusalCode! }')
  const [scalar, holder] = definitions
  if (scalar === undefined || holder?.kind !== Kind.OBJECT_TYPE_DEFINITION) throw new Error('not parsed')
  const typed = <Node extends ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode>(type: Node): Node => {
    const isRefusal = [type, ...(type.interfaces ?? [])].some(({ name }) => name.value === 'UserError')
    if (!isRefusal) return type
    const fields = type.fields?.map((field) => {
      const code = holder.fields?.find(({ name }) => name.value === field.name.value)
      return code ? { ...field, type: code.type } : field
    })
    return { ...type, ...(fields && { fields }) }
  }
  const types = visit(document, { ObjectTypeDefinition: typed, InterfaceTypeDefinition: typed })
  return { ...types, definitions: [...types.definitions, scalar] }
}

/**
 * The preset marks open enums with a literal that nobody sends and leaves the documents unmarked for bundlers.
 * `(string & {})` keeps completion of the known values, and the mark lets an unused document be dropped.
 */
const polish = (_path: string, content: string) =>
  content
    .replaceAll("'%future added value'", '(string & {})')
    .replaceAll('new TypedDocumentString(`', '/* #__PURE__ */ new TypedDocumentString(`')

/**
 * Values that cross the wire as decimal strings are branded strings when they come and also accept `bigint`
 * when they go. Enums are open: a value added by the API later must not break a compiled client.
 */
const config: CodegenConfig = {
  schema: print(withTypedCodes(contract)),
  documents: ['src/operations/*.graphql'],
  hooks: { beforeOneFileWrite: [polish] },
  generates: {
    './src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false, skipIndexFile: true },
      documentTransforms: [
        {
          transform: ({ documents }) =>
            documents.map((file) => ({
              ...file,
              ...(file.document && { document: selectRefusals(file.document, schema) }),
            })),
        },
      ],
      config: {
        documentMode: 'string',
        useTypeImports: true,
        importExtension: '.ts',
        strictScalars: true,
        enumType: 'string-literal',
        futureProofEnums: true,
        immutableTypes: true,
        scalars: {
          ID: { input: 'string', output: 'string' },
          Points: { input: '../scalars.ts#PointsInput', output: '../scalars.ts#Points' },
          Minor: { input: '../scalars.ts#MinorInput', output: '../scalars.ts#Minor' },
          Micros: { input: '../scalars.ts#MicrosInput', output: '../scalars.ts#Micros' },
          Quantity: { input: '../scalars.ts#QuantityInput', output: '../scalars.ts#Quantity' },
          DateTime: { input: '../scalars.ts#DateTimeInput', output: '../scalars.ts#DateTime' },
          TimeZone: { input: 'string', output: 'string' },
          RefusalCode: { input: 'never', output: './codes.ts#RefusalCode' },
          JSONObject: { input: '../scalars.ts#JsonObject', output: '../scalars.ts#JsonObject' },
        },
      },
    },
  },
}

export default config
