import { readdirSync, readFileSync } from 'node:fs'
import { parse, specifiedRules, validate } from 'graphql'
import { expect, test } from 'vitest'
import { schema } from '../graphql/schema.ts'

const root = new URL('../../../../', import.meta.url)

/** Pages for strangers: those at the root, below docs, and the README of each package and service. */
function pages(): string[] {
  const docs = readdirSync(new URL('docs/', root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`)
  const readmes = ['packages', 'services', 'examples'].flatMap((room) =>
    readdirSync(new URL(`${room}/`, root)).map((name) => `${room}/${name}/README.md`),
  )
  return ['README.md', 'README.ru.md', ...docs, ...readmes]
}

/** The GraphQL of a page. */
const printedIn = (page: string): string[] =>
  [...readFileSync(new URL(page, root), 'utf8').matchAll(/```graphql[^\n]*\n([\s\S]*?)```/g)].map(
    ([, code = '']) => code,
  )

test('every operation that a page prints is one of the schema', () => {
  const printed = pages().flatMap((page) => printedIn(page).map((code) => ({ page, code })))
  expect(printed.length).toBeGreaterThanOrEqual(3)
  const faults = printed.flatMap(({ page, code }) =>
    validate(schema, parse(code), specifiedRules).map(({ message }) => `${page}: ${message}`),
  )
  expect(faults).toEqual([])
})
