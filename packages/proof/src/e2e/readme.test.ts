import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { advanceImports } from '@artel/use-cases'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readmeSnippets } from './readme-snippets.ts'
import { OPERATOR_KEY, rub, type SdkWorld, startSdkWorld } from './sdk-world.ts'

let world: SdkWorld
beforeAll(async () => {
  world = await startSdkWorld()
})
afterAll(() => world?.stop())

it.each(['README.md', 'README.ru.md'])(
  'runs the sale of %s as it stands, at the address of the test',
  async (file) => {
    const [code = ''] = await readmeSnippets(file, 'ts')
    expect(code).toContain('.record({')
    const [, phone = ''] = /phone: '([^']+)'/.exec(code) ?? []
    const customer = { phone }
    if ((await world.service.customers.find(customer)) === null) {
      await world.service.customers.enrol({ ...customer, name: 'Anna', consentVersion: '1' }).unwrap()
      const first = { customer, receiptRef: 'before-the-readme', total: rub(40_000) }
      await world.service.purchases.record(first).unwrap()
    }
    // Each README sells in its own words, with a receipt that a shop has once.
    const printed = `${code.replace('R-1001', file)}\nconsole.log(purchase.pointsRedeemed, purchase.pointsEarned, balanceAfter)\n`
    const stdout = await runScript(printed.replaceAll('http://localhost:4000/graphql', world.url))
    expect(stdout).toMatch(/^500 405 \d+\n$/)
  },
)

it('opens the first coalition as the docs print it, up to its first sale', async () => {
  const [code = ''] = await readmeSnippets('docs/first-coalition.md', 'js first-coalition')
  const stdout = await runScript(code)
  expect(stdout).toMatch(/^earned 150, balance 150\n/)
  const [adminKey = ''] = /ak_test_\w+/.exec(stdout) ?? []
  const admin = world.client(adminKey)
  expect(await admin.coalition.get()).toMatchObject({ handle: 'riverside' })
  expect(await admin.coalition.coverage()).toMatchObject({ covered: true })
})

it('signs customers’ tokens and changes the key that signs them as the docs print it', async () => {
  const [code = ''] = await readmeSnippets('docs/authentication.md', 'js authentication')
  expect(await runScript(code)).toBe('3 true\ntrue true\n2 true\n')
})

it('asks what may still be asked for as the docs print it', async () => {
  const [code = ''] = await readmeSnippets('docs/limits.md', 'js rate-limit')
  const stdout = await runScript(code.replaceAll('http://localhost:4000/graphql', world.url))
  expect(stdout).toBe('member true 1\n')
})

it('lists and searches as the docs print it', async () => {
  const anna = { name: 'Anna Lists', phone: '+7 912 555-77-01', consentVersion: '1' }
  const { customer } = await world.service.customers.enrol(anna).unwrap()
  const sale = { customer: { id: customer.id }, receiptRef: 'docs-lists', total: rub(1_000) }
  const { purchase } = await world.service.purchases.record(sale).unwrap()
  const [code = ''] = await readmeSnippets('docs/lists.md', 'js lists')
  const stdout = await runScript(code.replaceAll('http://localhost:4000/graphql', world.url))
  expect(stdout).toContain(`Anna Lists: ${customer.card?.number}`)
  expect(stdout).toContain(`docs-lists ${purchase.pointsEarned}`)
})

it('lists partners and what they offer as the docs print it', async () => {
  const [code = ''] = await readmeSnippets('docs/offers.md', 'js public-lists')
  const stdout = await runScript(code.replaceAll('http://localhost:4000/graphql', world.url))
  expect(stdout).toMatch(/Points pay up to \d+.% of a bill\n/)
})

it('says what was sold as the docs print it', async () => {
  const bill = { phone: '+7 912 555-77-03', name: 'Anna Bills', reference: 'crm-17', consentVersion: '1' }
  await world.service.customers.enrol(bill).unwrap()
  const [code = ''] = await readmeSnippets('docs/bills.md', 'js bills')
  const stdout = await runScript(code.replaceAll('http://localhost:4000/graphql', world.url))
  expect(stdout).toBe('true WINTER-26\nMO-5304 service/oil 4.5 true\n')
})

it('drafts, schedules and tries out a rule as the docs print it', async () => {
  const [code = ''] = await readmeSnippets('docs/rules.md', 'js rules')
  const stdout = await runScript(code.replaceAll('http://localhost:4000/graphql', world.url))
  expect(stdout).toMatch(/^RUNNING .*service\/oil.*\n\d+ of \d+, at most \d+\n$/)
})

it('keeps a segment and drafts a rule for it as the docs print it', async () => {
  const driver = { name: 'A driver', phone: '+79125550716', consentVersion: '1' }
  await world.service.customers.enrol(driver).unwrap()
  const [code = ''] = await readmeSnippets('docs/rules.md', 'js segments')
  const stdout = await runScript(code.replaceAll('http://localhost:4000/graphql', world.url))
  expect(stdout).toMatch(/^1 added, not found: 1\n.*«Taxi drivers».*3.%.*\n$/)
})

it('makes a ladder and says where a customer stands as the docs print it', async () => {
  const regular = { name: 'A regular', phone: '+79125550715', consentVersion: '1' }
  await world.service.customers.enrol(regular).unwrap()
  const [code = ''] = await readmeSnippets('docs/tiers.md', 'js tiers')
  const stdout = await runScript(code.replaceAll('http://localhost:4000/graphql', world.url))
  expect(stdout).toMatch(/^.*«Gold».*2.%.*\nSilver, 350000 more for Gold\n$/)
})

it('says yes to what waits for it as the docs print it', async () => {
  const id = (await world.service.members.me())?.id ?? ''
  const { rule } = await world.wash.rules
    .draft({
      definition: {
        ...{ name: { en: 'Neighbours', ru: 'Соседи' }, schedule: { fromDay: '2026-01-01' } },
        ...{
          give: [{ pointsFixed: '10' }],
          pays: [{ memberId: id, shareBps: 10_000 }],
          maxPerPurchase: rub(10),
        },
      },
    })
    .unwrap()
  await world.wash.rules.schedule({ id: rule.id }).unwrap()
  const [code = ''] = await readmeSnippets('docs/rules.md', 'js payers')
  const stdout = await runScript(code.replaceAll('http://localhost:4000/graphql', world.url))
  expect(stdout).toContain('paid by motor-yard')
  expect((await world.wash.rules.get(rule.id))?.acceptances).toMatchObject([{ answer: 'ACCEPTED' }])
  await world.wash.rules.end({ id: rule.id }).unwrap()
})

it('issues and claims an earn code as the docs print it', async () => {
  const phone = '+79125550718'
  await world.service.customers.enrol({ phone, name: 'Anna Codes', consentVersion: '1' }).unwrap()
  const [code = ''] = await readmeSnippets('docs/earn-codes.md', 'js earn-codes')
  const stdout = await runScript(code.replaceAll('http://localhost:4000/graphql', world.url), {
    ARTEL_PHONE: phone,
  })
  expect(stdout).toMatch(/^(?:[0-9A-Z]{5}-?){3} http\S+\/earn\/\S+\n[1-9]\d* [1-9]\d*\n$/)
})

it('imports customers as the docs print it', async () => {
  const { coalitionId } = await world.store.prisma.member.findFirstOrThrow({
    where: { handle: 'motor-yard' },
  })
  const [code = ''] = await readmeSnippets('docs/imports.md', 'js imports')
  const working = new AbortController()
  const worker = work(coalitionId, working.signal)
  const stdout = await runScript(code.replaceAll('http://localhost:4000/graphql', world.url)).finally(() =>
    working.abort(),
  )
  await worker
  expect(stdout).toContain("3 { added: 2, matched: 0, faults: 1, points: '0' }\nDONE 2 1\nline,")
  expect(stdout).toMatch(/\n4,Никто,,,,"has no telephone/)
})

/** Does what a worker does until it is stopped. */
async function work(coalitionId: string, signal: AbortSignal): Promise<void> {
  const operator = { store: world.store, principal: { kind: 'operator' } } as const
  while (!signal.aborted) {
    const { pieces } = await advanceImports(operator, { coalitionId })
    if (pieces === 0) await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

it('says yes to a claimed receipt as the docs print it', async () => {
  const phone = '+79125550719'
  await world.service.customers.enrol({ phone, name: 'Anna Receipts', consentVersion: '1' }).unwrap()
  const fn = '9999078900004793'
  const since = new Date(Date.now() - 86_400_000)
  await world.service.fiscalDrives.add({ fn, since: since.toISOString() }).unwrap()
  // A receipt of this minute, as a till in Moscow prints it.
  const printed = new Date(Date.now() + 3 * 3_600_000).toISOString().replace(/[-:]/g, '').slice(0, 13)
  const receipt = `t=${printed}&s=1234.00&fn=${fn}&i=17&fp=1234567890&n=1`
  await world.service.receiptClaims.make({ receipt, customer: { phone } }).unwrap()
  const [code = ''] = await readmeSnippets('docs/fiscal-receipts.md', 'js fiscal-receipts')
  const stdout = await runScript(code.replaceAll('http://localhost:4000/graphql', world.url))
  expect(stdout).toMatch(/^123400n? \S+ 17\n[1-9]\d*\n$/)
})

it('switches the page of customers on as the docs print it', async () => {
  const [code = ''] = await readmeSnippets('docs/hosted-page.md', 'js hosted-page')
  const { secret } = await world.admin.apiKeys.create({ name: 'Page' }).unwrap()
  expect(await runScript(code, { ARTEL_ADMIN_KEY: secret })).toMatch(/^true http\S+\/c\/[a-z0-9-]+\n$/)
})

it('keeps, exports and erases a customer as the docs print it', async () => {
  const [code = ''] = await readmeSnippets('docs/privacy.md', 'js privacy')
  const { secret } = await world.admin.apiKeys.create({ name: 'Privacy' }).unwrap()
  expect(await runScript(code, { ARTEL_ADMIN_KEY: secret })).toBe(
    'may write: true\nmay write: false\nexported: +79125550717\nerased: Erased 0\n',
  )
})

/** Runs a script beside this file, so that Node finds the package as it would in a stranger's project. */
async function runScript(code: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const script = fileURLToPath(new URL(`./readme-${randomUUID()}.tmp.mjs`, import.meta.url))
  await writeFile(script, code)
  try {
    const keys = { ARTEL_API_KEY: world.serviceKey, ARTEL_OPERATOR_KEY: OPERATOR_KEY }
    const env = { ...process.env, ...keys, ...more, ARTEL_API_URL: world.url }
    const { stdout } = await promisify(execFile)(process.execPath, [script], { env })
    return stdout
  } finally {
    await rm(script)
  }
}
