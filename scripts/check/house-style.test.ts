import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { houseStyleBreaches } from './house-style.js'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'artel-style-'))
  for (const group of ['packages', 'services', 'examples']) mkdirSync(join(root, group))
  write('scripts/package.json', '{"name": "@artel/scripts"}')
  write('scripts/README.md', 'Tools.\n')
  for (const name of ['ledger', 'store', 'use-cases']) {
    write(`packages/${name}/package.json`, `{"name": "@artel/${name}", "exports": {".": "./src/index.ts"}}`)
    write(`packages/${name}/README.md`, 'What it owns.\n')
  }
})
afterEach(() => rmSync(root, { recursive: true }))

function write(place: string, text: string): void {
  mkdirSync(dirname(join(root, place)), { recursive: true })
  writeFileSync(join(root, place), text)
}

test('imports through doors and inside a package pass', () => {
  write(
    'packages/store/src/post.ts',
    "import { points } from '@artel/ledger'\nimport { lane } from './lanes/lane.ts'\n",
  )
  expect(houseStyleBreaches(root)).toEqual([])
})

test('an import past a package door is named', () => {
  write('packages/store/src/post.ts', "import { points } from '@artel/ledger/src/points.ts'\n")
  expect(houseStyleBreaches(root)).toEqual([
    expect.stringMatching(/^packages\/store\/src\/post\.ts: .* is no door/),
  ])
})

test('a relative import out of the package is named', () => {
  write('packages/store/src/post.ts', "import { points } from '../../ledger/src/points.ts'\n")
  expect(houseStyleBreaches(root)).toEqual([expect.stringContaining('leaves the package')])
})

test('what only looks like an import is none: a comment, and the text that a generator writes', () => {
  write(
    'packages/store/src/post.ts',
    "// import { a } from '../../ledger/src/a.ts'\nconst text = `\nimport { b } from '../../ledger/src/b.ts'\n`\n",
  )
  expect(houseStyleBreaches(root)).toEqual([])
})

test('a dumping ground and a long file are named; generated files are not read', () => {
  write('packages/store/src/utils.ts', '')
  write('packages/store/src/long.ts', 'export {}\n'.repeat(301))
  write('packages/store/src/documented.ts', `/**\n${' * told\n'.repeat(300)} */\nexport {}\n`)
  write('packages/store/src/generated/long.ts', 'export {}\n'.repeat(301))
  expect(houseStyleBreaches(root).sort()).toEqual([
    expect.stringMatching(/^packages\/store\/src\/long\.ts: 301 lines of code/),
    expect.stringMatching(/^packages\/store\/src\/utils\.ts: "utils\.ts" is a dumping ground/),
  ])
})

test.each([
  ['a query', 'await store.pool.query<Row>(text)'],
  ['a raw query of Prisma', 'await prisma.$queryRaw`select 1`'],
  ['a raw statement of Prisma', 'await prisma.$executeRawUnsafe(text)'],
  ['a statement', "const text = 'select a from entry where b = $1'"],
  ['a statement in capitals', "const text = 'INSERT INTO outbox (kind) VALUES ($1)'"],
  ['a part of a statement', 'const due = `exists (select from hold h where h.id = $1)`'],
  ['an insert', 'const text = `insert into outbox (kind) values ($1)`'],
  ['an update', 'const text = "update payment_leg g set receivable_at = $3"'],
  ['a call of a function', "const text = 'select close_window($1)'"],
  ['a definition', "const text = 'create table mine (x int)'"],
])('SQL outside the store is named: %s', (_what, line) => {
  const place = 'packages/use-cases/src/hold/due.ts'
  write(place, `// What is due.\n${line}\n`)
  write('packages/store/src/hold/due.ts', `${line}\n`)
  write('packages/use-cases/src/hold/due.test.ts', `${line}\n`)
  write('packages/use-cases/src/testing/due.ts', `${line}\n`)
  expect(houseStyleBreaches(root)).toEqual([
    expect.stringMatching(/^packages\/use-cases\/src\/hold\/due\.ts:2: .*packages\/store/),
  ])
})

test('what is no SQL passes: a sentence, a word, a query of a client of the API', () => {
  write(
    'packages/use-cases/src/hold/words.ts',
    "export const words = ['Select a member from the list.', 'Update the terms and set a date.', 'copy', 'commit', 'Delete it from there']\n",
  )
  write('packages/sdk/package.json', '{"name": "@artel/sdk"}')
  write('packages/sdk/README.md', 'The client.\n')
  write('packages/sdk/src/list.ts', 'export const list = (executor) => executor.query(ListDocument)\n')
  expect(houseStyleBreaches(root)).toEqual([])
})

test('a circle between folders is named with the imports that close it', () => {
  write('packages/store/src/lanes/fold.ts', "import type { Key } from '../post/key.ts'\n")
  write('packages/store/src/post/post.ts', "import { open } from '../store.ts'\n")
  write('packages/store/src/store.ts', "import { lanes } from './lanes/fold.ts'\n")
  expect(houseStyleBreaches(root)).toEqual([
    expect.stringMatching(
      /^packages\/store\/src: a circle between folders, lanes -> post -> store\.ts -> lanes; cut/,
    ),
  ])
})

test('folders that only stand on each other pass, whatever their tests import', () => {
  write('packages/store/src/lanes/fold.ts', "import { key } from '../command/key.ts'\nimport './form.ts'\n")
  write('packages/store/src/command/key.ts', 'export const key = 1\n')
  write('packages/store/src/command/key.test.ts', "import { fold } from '../lanes/fold.ts'\n")
  write('packages/store/src/testing/world.ts', "import { fold } from '../lanes/fold.ts'\n")
  expect(houseStyleBreaches(root)).toEqual([])
})

test('a verb that lies flat is named; the door of the package may', () => {
  write('packages/use-cases/src/index.ts', "export * from './hold/create-hold.ts'\n")
  write('packages/use-cases/src/hold/create-hold.ts', 'export {}\n')
  write('packages/use-cases/src/void-hold.ts', 'export {}\n')
  expect(houseStyleBreaches(root)).toEqual([
    expect.stringMatching(/^packages\/use-cases\/src\/void-hold\.ts: lies flat/),
  ])
})

const lines = (count: number) => 'step()\n'.repeat(count)

test('a function of more than seventy lines of code is named, whatever holds it', () => {
  write('packages/ledger/src/a.ts', `export function long() {\n${lines(70)}}\n`)
  write('packages/ledger/src/b.ts', `export const book = { post: async () => {\n${lines(70)}} }\n`)
  write('packages/ledger/src/a.test.ts', `test('it', () => {\n${lines(100)}})\n`)
  expect(houseStyleBreaches(root)).toEqual([
    expect.stringMatching(/^packages\/ledger\/src\/a\.ts:1: long has 72 lines/),
    expect.stringMatching(/^packages\/ledger\/src\/b\.ts:1: post has 72 lines/),
  ])
})

test('comments, blank lines, long texts and declared tables make no function long', () => {
  write(
    'packages/ledger/src/a.ts',
    `function told() {\n${'// why\n\n/* how\n */\n'.repeat(40)}${lines(60)}}\n`,
  )
  write(
    'packages/ledger/src/b.ts',
    `const text = () => {\n  return \`\n${lines(100)}\${x}\n${lines(100)}\`\n}\n`,
  )
  write(
    'packages/ledger/src/d.ts',
    `function client(send) {\n  return {\n${'    get: () => send(),\n'.repeat(100)}  }\n}\n`,
  )
  write('packages/ledger/src/c.ts', `const fields = (t) => ({\n${'  field: t.int(),\n'.repeat(100)}})\n`)
  expect(houseStyleBreaches(root)).toEqual([])
})

test('a package and a folder of many files without a README are named', () => {
  write('services/api/package.json', '{"name": "@artel/api"}')
  for (let at = 0; at < 9; at += 1) {
    write(`packages/ledger/src/lots/${at}.ts`, '')
    write(`packages/ledger/src/holds/${at}.test.ts`, '')
    write(`packages/ledger/src/${at}.ts`, '')
  }
  expect(houseStyleBreaches(root)).toEqual([
    expect.stringMatching(/^services\/api: a package and no README/),
    expect.stringMatching(/^packages\/ledger\/src\/lots: 9 source files and no README/),
  ])
})

const READS = 'services/api/src/graphql/hold/holds.ts'
const resolver = (body: string) => `
import { visibleTo } from '../../auth/visible.ts'
import { openHolds, sumOf } from '@artel/store'
import { findHold, loadHolds } from '@artel/use-cases'
export const resolve = async (_root, args, context) => {
${body}
}
`
function writeApi(): void {
  write('services/api/package.json', '{"name": "@artel/api"}')
  write('services/api/README.md', 'What it owns.\n')
}

test.each([
  [
    '  const where = visibleTo(context.principal).hold\n  return prisma.hold.findMany({ where: { AND: [where, {}] } })',
  ],
  [
    '  const { hold } = visibleTo(context.principal)\n  const all = { AND: [hold, {}] }\n  return prisma.hold.count({ where: all })',
  ],
  [
    '  const seen = visibleTo(context.principal)\n  return prisma.hold.findMany({ ...{ take: 1 }, where: args.all ? seen.hold : { AND: seen.hold } })',
  ],
  [
    '  const events = visibleTo(context.principal).event\n  return prisma.outbox.findMany({ where: events && { AND: [{ kind: args.kind }, events] } })',
  ],
  ['  return findHold(verbContext(context), args.id)'],
  ['  return sumOf(args.rows) + args.rows.find((row) => row.id).points'],
])('a read with a condition out of visibleTo passes: %s', (body) => {
  writeApi()
  write(READS, resolver(body))
  expect(houseStyleBreaches(root)).toEqual([])
})

test.each([
  ['hold.findMany', '  return prisma.hold.findMany({ where: { id: args.id } })'],
  [
    'hold.findFirst',
    '  const { prisma } = storeOf(context)\n  return prisma.hold.findFirst({ where: { id: args.id } })',
  ],
  [
    'hold.count',
    '  const where = { id: args.id }\n  visibleTo(context.principal)\n  return prisma.hold.count({ where })',
  ],
  [
    'purchase.findMany',
    '  const hold = await prisma.hold.findFirst({ where: { AND: [visibleTo(p).hold] } })\n  return prisma.purchase.findMany({ where: { customerId: hold.customerId } })',
  ],
  ['purchase.findMany', '  return prisma.purchase.findMany({ where: visibleTo(p).coalition })'],
  [
    'purchase.findMany',
    '  return prisma.purchase.findMany({ where: {}, take: visibleTo(p).purchase ? 20 : 0 })',
  ],
  ['purchase.findMany', '  return prisma.purchase.findMany({ where: { OR: [visibleTo(p).purchase, {}] } })'],
  ['purchase.findMany', '  return prisma.purchase.findMany({ where: { NOT: visibleTo(p).purchase } })'],
  [
    'purchase.findMany',
    '  return prisma.purchase.findMany({ where: args.all ? {} : visibleTo(p).purchase })',
  ],
  ['purchase.findMany', '  return prisma.purchase.findMany({ where: visibleTo(p).purchase, ...args })'],
  [
    'purchase.findMany',
    '  return prisma.purchase.findMany({ where: { ...visibleTo(p).purchase, ...args } })',
  ],
  ['purchase.findMany', '  return prisma.purchase.findMany({ where: wider(visibleTo(p).purchase) })'],
  [
    'purchase.findMany',
    '  let where = visibleTo(p).purchase\n  where = {}\n  return prisma.purchase.findMany({ where })',
  ],
  [
    'purchase.findMany',
    '  const where = visibleTo(p).purchase\n  return args.ids.map((where) => prisma.purchase.findMany({ where }))',
  ],
  [
    'customer.count',
    '  const { contactedCustomer } = visibleTo(p)\n  return prisma.customer.count({ where: { OR: [contactedCustomer] } })',
  ],
  ['?.findMany', '  return prisma[args.table].findMany({ where: visibleTo(p).hold })'],
  ['?.findMany', '  return tableOf(args).findMany({ where: visibleTo(p).hold })'],
  ['hold.findMany', '  return (prisma.hold as Table).findMany({})'],
  ['hold.findMany', "  return prisma['hold']['findMany']({})"],
  ['hold.findMany', '  const read = prisma.hold.findMany\n  return read({})'],
  ['loadHolds', '  return loadHolds(storeOf(context), args.id)'],
  ['openHolds', '  return openHolds(store, args.customerId)'],
  ['relation(lots)', "  return t.relation('lots', { description: 'Lots.' })"],
  ['prismaField', '  return t.prismaField({ type: Hold })'],
])('a read without it is named: %s', (what, body) => {
  writeApi()
  write(READS, resolver(body))
  expect(houseStyleBreaches(root)).toEqual([
    expect.stringMatching(
      new RegExp(`holds\\.ts:\\d+: ${what.replace(/[().?]/g, '\\$&')} reads without visibleTo`),
    ),
  ])
})

test('a read in the list of exceptions that is there no more is named', () => {
  writeApi()
  write('services/api/src/auth/visible.ts', 'export const visibleTo = 1\n')
  expect(houseStyleBreaches(root)).toContainEqual(
    expect.stringMatching(/loaders\.ts: customer\.findMany" is there no more/),
  )
})

test('the door by id passes where the condition is that of its noun, and no other way', () => {
  writeApi()
  const door = 'services/api/src/graphql/access/node.ts'
  const reader = (noun: string, where: string) =>
    `export const read = reader('Hold', '${noun}', (prisma, where) => prisma.hold.findMany({ ${where} }))\n`
  write(door, reader('hold', 'where'))
  expect(houseStyleBreaches(root)).toEqual([])
  for (const text of [reader('purchase', 'where'), reader('hold', 'where: {}')]) {
    write(door, text)
    expect(houseStyleBreaches(root)).toEqual([expect.stringContaining('hold.findMany reads without')])
  }
})

test('a wait of a test that a busy machine outlasts is named', () => {
  const place = 'packages/store/src/post.test.ts'
  write(
    place,
    `await vi.waitUntil(() => posted)
await expect.poll(state, { timeout: 30_000 }).toBe('POSTED')
await expect.poll(state, { timeout: 600_000, interval: 5 }).toBe('POSTED')
await expect.poll(state).toBe('POSTED')
await vi.waitFor(posted, 300_000)
`,
  )
  write('packages/store/src/post.ts', 'export const posted = await vi.waitUntil(() => true)\n')
  expect(houseStyleBreaches(root)).toEqual([
    expect.stringContaining(`${place}:1: vi.waitUntil gives up after a second`),
    expect.stringMatching(/^packages\/store\/src\/post\.test\.ts:2: a poll that gives up after 30000 ms/),
  ])
})
