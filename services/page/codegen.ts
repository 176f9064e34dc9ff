import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import type { CodegenConfig } from '@graphql-codegen/cli'

const persisted = new URL('./src/generated/persisted-documents.json', import.meta.url)
const documents = new URL('./src/generated/graphql.ts', import.meta.url)

/** The manifest is the widget's, where the documents are; the page carries their hashes. */
async function dropManifest(): Promise<void> {
  await rm(persisted)
  const source = await readFile(documents, 'utf8')
  await writeFile(
    documents,
    source.replaceAll('= new TypedDocumentString(', '= /*#__PURE__*/ new TypedDocumentString('),
  )
}

/** Generates the types and hashes of what the page asks for; the same documents as in the widget's manifest. */
const config: CodegenConfig = {
  schema: '../../packages/schema/schema.graphql',
  documents: ['page', 'rights', 'code'].map((name) => `../../packages/widget/src/operations/${name}.graphql`),
  generates: {
    './src/generated/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        skipIndexFile: true,
        persistedDocuments: {
          mode: 'replaceDocumentWithHash',
          hashAlgorithm: (document: string) => createHash('sha256').update(document).digest('hex'),
        },
      },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        importExtension: '.ts',
        enumType: 'string-literal',
        futureProofEnums: true,
        nonOptionalTypename: false,
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
  hooks: { afterAllFileWrite: [dropManifest] },
}

export default config
