import { createHash } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import type { CodegenConfig } from '@graphql-codegen/cli'

const generated = new URL('./src/generated/persisted-documents.json', import.meta.url)
const documents = new URL('./src/generated/graphql.ts', import.meta.url)
const manifest = new URL('../schema/persisted-operations.json', import.meta.url)
const superseded = new URL('../schema/superseded-operations.json', import.meta.url)

/**
 * The document of what is loaded later in a module of its own: beside the others, a page that never needs it would load it, or
 * what is loaded later would import the whole widget.
 */
const documentAlone = ({ kind, name, says }: Alone, hash: string): string => {
  const types = [`${name}${kind}`, `${name}${kind}Variables`]
  return `import type { TypedDocument } from '@artel/sdk/browser'
import type { ${types.join(', ')} } from './graphql.ts'

/** ${says} Written by codegen.ts. */
export const ${shortOf(name)}Document = {
  __meta__: { hash: '${hash}' },
} as unknown as TypedDocument<${types.join(', ')}>
`
}

interface Alone {
  readonly kind: 'Mutation' | 'Query' | 'Subscription'
  readonly name: string
  readonly says: string
}
const ALONE: readonly Alone[] = [
  { kind: 'Mutation', name: 'WidgetCode', says: 'Asks for a code.' },
  { kind: 'Subscription', name: 'WidgetBalance', says: "Follows the customer's balance." },
  { kind: 'Query', name: 'WidgetBenefits', says: "Reads the customer's vouchers and tiers." },
  { kind: 'Query', name: 'WidgetOffers', says: 'Reads what rules give today.' },
  { kind: 'Query', name: 'WidgetPartners', says: 'Reads the active members.' },
  { kind: 'Query', name: 'WidgetRefer', says: "Reads the customer's referral code, and what came of it." },
  { kind: 'Query', name: 'WidgetClaimer', says: 'Reads who is signed in.' },
  { kind: 'Mutation', name: 'OwnEarnCodeClaim', says: 'Claims an earn code.' },
  { kind: 'Mutation', name: 'OwnReceiptClaimMake', says: 'Claims a fiscal receipt.' },
]
/** `WidgetCode`: `code`; `OwnEarnCodeClaim`: `earnCodeClaim`. */
const shortOf = (name: string): string =>
  name.replace(/^(?:Widget|Own)(.)/, (_start, letter: string) => letter.toLowerCase())
/** `code-document.ts`, `earn-code-claim-document.ts`. */
const fileOf = (name: string): string =>
  `./src/generated/${shortOf(name).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-document.ts`

/** Moves the manifest to the schema package, where the API reads it. Sorted, so generating again changes nothing. */
async function moveManifestToSchema(): Promise<void> {
  const persisted: Record<string, string> = JSON.parse(await readFile(generated, 'utf8'))
  // Pages that have an earlier widget go on sending what it carries.
  const earlier: { hash: string; text: string }[] = JSON.parse(await readFile(superseded, 'utf8'))
  const kept = Object.fromEntries(earlier.map(({ hash, text }) => [hash, text]))
  const sorted = Object.entries({ ...kept, ...persisted }).sort(([a], [b]) => (a < b ? -1 : 1))
  await writeFile(manifest, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`)
  for (const alone of ALONE) {
    const beginning = new RegExp(`${alone.kind.toLowerCase()} ${alone.name}\\b`)
    const [hash = ''] = Object.entries(persisted).find(([, text]) => beginning.test(text)) ?? []
    await writeFile(new URL(fileOf(alone.name), import.meta.url), documentAlone(alone, hash))
  }
  await rm(generated)
}

/** Marks the documents as pure, so the bundler drops the texts of unused fragments. */
async function markFragmentsPure(): Promise<void> {
  const source = await readFile(documents, 'utf8')
  await writeFile(
    documents,
    source.replaceAll('= new TypedDocumentString(', '= /*#__PURE__*/ new TypedDocumentString('),
  )
}

/**
 * Generates the types of the widget's operations and the manifest of their documents. A customer's browser sends the
 * SHA-256 of a document, never the document.
 */
const config: CodegenConfig = {
  schema: '../schema/schema.graphql',
  documents: ['src/operations/*.graphql'],
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
  hooks: { afterAllFileWrite: [moveManifestToSchema, markFragmentsPure] },
}

export default config
