import { readFile, writeFile } from 'node:fs/promises'
import type { CodegenConfig } from '@graphql-codegen/cli'

const documents = new URL('./src/generated/graphql.ts', import.meta.url)

/** Marks the documents as pure, so that the bundler drops fragments that stand in their documents already. */
async function markFragmentsPure(): Promise<void> {
  const source = await readFile(documents, 'utf8')
  const marked = source.replaceAll('= new TypedDocumentString(', '= /*#__PURE__*/ new TypedDocumentString(')
  await writeFile(documents, marked)
}

/** Types the operations that stand beside the screens (`*.graphql`) by the public schema. */
const config: CodegenConfig = {
  schema: '../../packages/schema/schema.graphql',
  documents: ['src/**/*.graphql'],
  generates: {
    './src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false, skipIndexFile: true },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        importExtension: '.ts',
        enumType: 'string-literal',
        futureProofEnums: true,
        nonOptionalTypename: true,
        immutableTypes: true,
        strictScalars: true,
        scalars: {
          ID: 'string',
          Points: 'string',
          Minor: 'string',
          Micros: 'string',
          Quantity: 'string',
          DateTime: 'string',
          TimeZone: 'string',
          JSONObject: 'Record<string, unknown>',
        },
      },
    },
  },
  hooks: { afterAllFileWrite: [markFragmentsPure] },
}

export default config
