import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { encodePublicId, suspendMember } from '@artel/use-cases'
import { aPerson } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessPage, type Cell, type Column, type Row } from '../testing/access-page.ts'
import { type AccessWorld, accessWorld, elsewhere, keyWith, tokenOf } from '../testing/access-world.ts'
import { MAY_USE } from '../testing/may-use.ts'
import { onThePage } from '../testing/page-visitor.ts'
import { nodeTypes, type ShownField, shownFields } from '../testing/shown-fields.ts'
import { callApi, OPERATOR_KEY, startTestApi, type TestApi } from '../testing/test-api.ts'
import { ACCESS } from './access-rules.ts'

const PAGE = '../../../../docs/access.md'

/** What shows objects that are no nodes; `*` is where the field goes. */
const ROOTS: Readonly<Record<string, string>> = {
  SettlementWindow: 'settlementWindows(first: 1) { nodes { * } }',
  SaleApproval: 'saleApprovals { * }',
  Event: 'events(first: 1) { nodes { * } }',
  Viewer: 'viewer { * }',
  Me: 'me { * }',
  WebhookEventKind: 'webhookEventKinds { * }',
}
/** Arguments of fields that cannot do without. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  'Coalition.businessDays': 'year: 2026',
  'Coalition.figures': 'from: "2026-01-01", to: "2026-01-02"',
  'Coalition.figuresBy': 'from: "2026-01-01", to: "2026-01-02", dimension: MEMBER',
  'Coalition.firstVisits': 'from: "2026-01-01", to: "2026-01-02"',
}
/** So many that no document costs more than a caller may ask for. */
const FIELDS_AT_ONCE = 4

interface Caller extends Column {
  readonly key: string | undefined
  /** Whether it runs persisted operations only. */
  readonly isCustomer: boolean
  /** Of a page that has an origin. */
  readonly origin?: string
}

/** Some fields of a type, in one document. */
interface Asked {
  readonly type: string
  readonly fields: readonly ShownField[]
  readonly query: string
}

function askedOf(type: string, asked: string, variables = ''): Asked[] {
  const fields = shownFields(type, ARGUMENTS)
  const starts = fields.map((_, index) => index).filter((index) => index % FIELDS_AT_ONCE === 0)
  return starts.map((at) => {
    const some = fields.slice(at, at + FIELDS_AT_ONCE)
    const aliased = some.map(({ selection }, index) => `f${index}: ${asked.replace('*', selection)}`)
    return { type, fields: some, query: `query ${variables}{ ${aliased.join(' ')} }` }
  })
}

const NODES = nodeTypes().flatMap(({ name }) =>
  askedOf(name, `node(id: $id) { ... on ${name} { * } }`, '($id: ID!) '),
)
const EVERYTHING = [...NODES, ...Object.entries(ROOTS).flatMap(([type, asked]) => askedOf(type, asked))]

let api: TestApi
let world: AccessWorld
let callers: readonly Caller[]
beforeAll(async () => {
  // What the widget may ask for is a list; here a customer's token asks for everything that there is.
  const persisted: Record<string, string> = createRequire(import.meta.url)(
    '@artel/schema/persisted-operations.json',
  )
  for (const { query } of EVERYTHING) persisted[hashOf(query)] = query
  api = await startTestApi({ allowPrivateWebhooks: true })
  world = await accessWorld(api)
  await elsewhere(world)
  callers = await callersOf(world)
})
afterAll(() => api.stop())

async function callersOf({ town, other, tillSecret }: AccessWorld): Promise<Caller[]> {
  const { secret, session } = await aPerson(town.member('wash').context, {
    ...{ email: 'manager@wash.example', role: 'MEMBER_MANAGER' },
  })
  world = { ...world, ids: { ...world.ids, staffSession: encodePublicId('staffSession', session.id) } }
  const caller = (head: string, who: string, key: string | undefined): Caller => ({
    ...{ head, caller: who, key },
    isCustomer: key?.startsWith('eyJ') ?? false,
  })
  return [
    caller('op', 'the operator of the deployment', OPERATOR_KEY),
    caller('adm', 'a key of the coalition with every scope', town.adminKey),
    caller(
      'rep',
      'a key of the coalition with `reports:read` alone',
      await keyWith(world, 'coalition', ['reports:read']),
    ),
    caller('own', "the wash's own key with every scope", town.member('wash').apiKey),
    caller(
      'sal',
      "the wash's own key with `purchases:write` alone",
      await keyWith(world, 'wash', ['purchases:write']),
    ),
    caller('mgr', 'the manager of the wash, signed in', secret),
    caller('dev', 'a registered till of the wash, before anybody has signed in there', tillSecret),
    caller('mem', 'the parts shop, another member, with every scope', town.member('parts').apiKey),
    caller('cus', 'the customer herself, by a token of the wash', await tokenOf(api, world, 'Anna')),
    {
      ...caller(
        'pag',
        "the customer herself, on the coalition's own page",
        (await onThePage(api, town, '+79123456789')).token,
      ),
      origin: api.url,
    },
    caller('oth', 'another customer of the coalition', await tokenOf(api, world, 'Boris')),
    caller('xad', 'an administrator of another coalition', other.adminKey),
    caller('xme', 'a member of another coalition', other.member('stranger').apiKey),
    caller('any', 'anybody, without a key', undefined),
  ]
}

test('who sees what is what the page says', async () => {
  const seen = await Promise.all(callers.map(seenBy))
  await suspended(world)
  const own = callers.find(({ head }) => head === 'own')
  if (!own) throw new Error('Nobody calls for the wash')
  const columns = [...callers, { head: 'sus', caller: "the wash's own key once the wash is SUSPENDED" }]
  seen.push(await seenBy(own))
  const fields = EVERYTHING.flatMap(({ type, fields }) => fields.map(({ path }) => ({ type, path })))
  const rows: Row[] = fields.map((field, at) => ({ ...field, cells: seen.map((cells) => cells[at] ?? '×') }))
  expect(rows.length).toBeGreaterThan(400)
  await expect(accessPage(ACCESS, MAY_USE, { columns, rows })).toMatchFileSnapshot(PAGE)
})

async function suspended({ town }: AccessWorld): Promise<void> {
  const { id, apiKey } = town.member('wash')
  await suspendMember(town.adminContext, { memberId: id })
  const status = async () =>
    (await api.call('{ viewer { member { status } } }', {}, { key: apiKey })).data.viewer.member.status
  await expect.poll(status).toBe('SUSPENDED')
}

/** Nouns of public ids whose type is named otherwise. */
const NOUNS: Readonly<Record<string, string>> = {
  ActivityEntry: 'entry',
  MemberStatement: 'statement',
  PaymentPlan: 'plan',
  SettlementPayment: 'payment',
  StatementDispute: 'dispute',
}

function idOf(type: string): string {
  const id = world.ids[NOUNS[type] ?? type.charAt(0).toLowerCase() + type.slice(1)]
  if (id === undefined) throw new Error(`The town has no ${type}: add one to testing/access-world.ts`)
  return id
}

/** What a caller sees of each field, in their order. */
async function seenBy(caller: Caller): Promise<Cell[]> {
  const cells: Cell[] = []
  for (const asked of EVERYTHING) cells.push(...(await cellsOf(asked, caller)))
  return cells
}

async function cellsOf({ type, fields, query }: Asked, { key, isCustomer, origin }: Caller): Promise<Cell[]> {
  const variables = type in ROOTS ? {} : { id: idOf(type) }
  const body = isCustomer ? { documentId: hashOf(query), variables } : { query, variables }
  const { data, errors } = await callApi(api.url, body, {
    ...(key === undefined ? {} : { key }),
    ...(origin === undefined ? {} : { headers: { origin } }),
  })
  const unexpected = errors.filter(({ extensions }) => !REFUSALS.includes(String(extensions.code)))
  expect([query, unexpected]).toEqual([query, []])
  const refused = new Set(errors.map(({ path }) => String(path?.[0])))
  // Who is refused at a root that is never null is refused the whole answer.
  return fields.map((_, index) => cellOf(data?.[`f${index}`], refused.has(`f${index}`) || !data))
}

const hashOf = (query: string): string => createHash('sha256').update(query).digest('hex')

const REFUSALS = ['FORBIDDEN', 'UNAUTHENTICATED', 'MEMBER_NOT_ACTIVE']

function cellOf(value: unknown, isRefused: boolean): Cell {
  if (isRefused) return '×'
  if (value === null || value === undefined) return '·'
  return hasValue(value) ? '●' : '○'
}

/** Whether there is anything in the one field that was asked for, or in any of a list. */
function hasValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasValue)
  if (value !== null && typeof value === 'object') return Object.values(value).some(hasValue)
  return value !== null && value !== undefined
}
