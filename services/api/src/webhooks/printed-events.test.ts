import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { eventsPage, printedEvents } from './printed-events.ts'

const folder = new URL('../../../../packages/schema/events/', import.meta.url)
const page = new URL('../../../../docs/events.md', import.meta.url)

it('the schemas, the examples and the page of events are what is committed', () => {
  const files = printedEvents()
  expect(readdirSync(folder).sort()).toEqual([...files.keys()].sort())
  for (const [name, text] of files) expect(readFileSync(new URL(name, folder), 'utf8'), name).toBe(text)
  expect(readFileSync(page, 'utf8')).toBe(eventsPage())
})
