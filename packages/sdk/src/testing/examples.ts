import { readFileSync } from 'node:fs'
import ts from 'typescript'

/** The code of one `@example`, and where it stands. */
export interface Example {
  /** File and line, for the name of a failure. */
  readonly place: string
  readonly code: string
}

/**
 * Every `@example` of a TypeScript file. Throws when one has no code in a fence marked `ts`: it would be shown, and never
 * compiled.
 */
export function examplesOf(file: string): Example[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true)
  const tags = new Map<number, ts.JSDocTag>()
  const visit = (node: ts.Node): void => {
    for (const tag of ts.getJSDocTags(node)) if (tag.tagName.text === 'example') tags.set(tag.pos, tag)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return [...tags.values()].flatMap((tag) => {
    const line = source.getLineAndCharacterOfPosition(tag.getStart()).line + 1
    const text = tag.getText().replace(/^\s*\* ?/gm, '')
    const codes = Array.from(text.matchAll(/```ts\n([\s\S]*?)```/g), ([, code = '']) => code)
    if (codes.length === 0) throw new Error(`${file}:${line}: an @example without code marked as ts`)
    return codes.map((code) => ({ place: `${file}:${line}`, code }))
  })
}
