import { readFile, writeFile } from 'node:fs/promises'

interface Item {
  readonly name: string
  readonly description?: string
  readonly type?: { readonly text: string }
  readonly fieldName?: string
  readonly kind?: string
  readonly readonly?: boolean
}
interface Declaration {
  readonly name: string
  readonly tagName?: string
  readonly description?: string
  readonly attributes?: readonly Item[]
  readonly members?: readonly Item[]
  readonly events?: readonly Item[]
}
/** The parts of a custom elements manifest that are read here. */
export interface Manifest {
  readonly modules: ReadonlyArray<{ readonly declarations?: readonly Declaration[] }>
}

/** The declaration files of the frameworks whose templates do not read `HTMLElementTagNameMap`, by name. */
export function typingsOf(manifest: Manifest): Readonly<Record<'react.d.ts' | 'vue.d.ts', string>> {
  const elements = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .flatMap((declaration) =>
      declaration.tagName === undefined ? [] : [{ ...declaration, tag: declaration.tagName }],
    )
    .sort((a, b) => (a.tag < b.tag ? -1 : 1))
  const properties = elements.map((element) => propertiesOf(element)).join('\n')
  const classes = elements.map(({ name }) => name).join(', ')
  const head = `/* Generated from \`custom-elements.json\` by \`pnpm --filter @artel/widget run generate\`. */
import type { ArtelEventMap, ${classes}, Messages } from './dist/index.js'
`
  const rows = (row: (element: (typeof elements)[number]) => string) => elements.map(row).join('\n')
  return {
    'react.d.ts': `${head}import type { DetailedHTMLProps, HTMLAttributes } from 'react'

${properties}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${rows(
  ({
    tag,
    name,
    events,
  }) => `      '${tag}': DetailedHTMLProps<HTMLAttributes<${name}>, ${name}> & ${name}Properties & {
${listeners(events, (event) => [`on${event}`], 8)}
      }`,
)}
    }
  }
}
`,
    'vue.d.ts': `${head}import type { HTMLAttributes, PublicProps } from 'vue'

type Element<Class, Properties> = new () => Class & {
  /** Only for the checks of templates. */
  readonly $props: HTMLAttributes & PublicProps & Properties
}

${properties}

declare module 'vue' {
  interface GlobalComponents {
${rows(
  ({ tag, name, events }) => `    '${tag}': Element<${name}, ${name}Properties & {
${listeners(events, vueKeys, 6)}
    }>`,
)}
  }
}
`,
  }
}

/** What a template may set: attributes, under their own name and their property's, and properties without attribute. */
function propertiesOf({ name, tag, attributes = [], members = [] }: Declaration & { tag: string }): string {
  const fields = new Set(attributes.map(({ fieldName }) => fieldName))
  const others = members.filter(
    ({ kind, name: field, readonly }) => kind === 'field' && readonly !== true && !fields.has(field),
  )
  const lines = [
    ...attributes.flatMap(({ name: attribute, fieldName = attribute, type, description }) =>
      [...new Set([fieldName, attribute])].map((key) => lineOf(key, type?.text, description)),
    ),
    ...others.map(({ name: field, type, description }) => lineOf(field, type?.text, description)),
  ]
  return `/** What \`<${tag}>\` takes. */
export interface ${name}Properties {
${lines.join('\n')}
}`
}

function lineOf(key: string, type = 'string', description = ''): string {
  const comment = description && `  /** ${description.replace(/\s*\n\s*/g, ' ')} */\n`
  return `${comment}  readonly ${/^\w+$/.test(key) ? key : `'${key}'`}?: ${type.includes('undefined') ? type : `${type} | undefined`}`
}

/** The properties by which a framework listens to events. */
function listeners(events: readonly Item[] = [], keysOf: (event: string) => string[], indent = 0): string {
  return events
    .flatMap(({ name }) => keysOf(name).map((key) => ({ name, key })))
    .map(
      ({ name, key }) => `${' '.repeat(indent)}readonly '${key}'?: (event: ArtelEventMap['${name}']) => void`,
    )
    .join('\n')
}

/** Vue writes \`@artel:points-change\` of a template in either way, by the tool. */
function vueKeys(event: string): string[] {
  const key = `onA${event.slice(1)}`
  return [...new Set([key, key.replace(/-(\w)/g, (_hyphen, letter: string) => letter.toUpperCase())])]
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const manifest: Manifest = JSON.parse(
    await readFile(new URL('./custom-elements.json', import.meta.url), 'utf8'),
  )
  for (const [file, text] of Object.entries(typingsOf(manifest)))
    await writeFile(new URL(file, import.meta.url), text)
}
