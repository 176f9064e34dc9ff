import { fileURLToPath } from 'node:url'
import type { CodegenConfig } from '@graphql-codegen/cli'

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
  schema: fileURLToPath(import.meta.resolve('@artel/schema/schema.graphql')),
  documents: ['src/operations/*.graphql'],
  hooks: { beforeOneFileWrite: [polish] },
  generates: {
    './src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false, skipIndexFile: true },
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
          DateTime: { input: '../scalars.ts#DateTimeInput', output: '../scalars.ts#DateTime' },
          TimeZone: { input: 'string', output: 'string' },
          JSONObject: { input: '../scalars.ts#JsonObject', output: '../scalars.ts#JsonObject' },
        },
      },
    },
  },
}

export default config
