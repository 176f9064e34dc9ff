import { InvalidInputError } from '@artel/ledger'
import { addBinding, bindingTerms, holdCustomer, inTransaction } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bindingBy } from '../binding/binding-by.ts'
import { updateCoalition } from '../coalition/update-coalition.ts'
import { enrolCustomer } from '../customer/enrol-customer.ts'
import { updateMember } from '../member/update-member.ts'
import { draftRule } from '../rule/draft-rule.ts'
import { editRule } from '../rule/edit-rule.ts'
import { endRule } from '../rule/end-rule.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aClick, aLink } from '../testing/a-link.ts'
import { aDefinition } from '../testing/growth-rules.ts'
import { archiveLink } from './archive-link.ts'
import { bindCustomer } from './bind-customer.ts'
import { createLink } from './create-link.ts'
import { checkLinkPages } from './link-input.ts'

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition()
    .withMember('wash')
    .withMember('cafe')
    .withMember('parts')
    .withCustomer('Anna')
    .withCustomer('Boris')
    .withCustomer('Clara')
    .withCustomer('Dmitri')
    .open(database.store)
  await updateMember(wash(), { linkPages: ['https://wash.example/', 'https://book.example/wash'] })
})
afterAll(() => database.drop())

const wash = () => town.member('wash').context
const cafe = () => town.member('cafe').context
const refusalOf = (use: Promise<unknown>) => use.then(() => undefined).catch((error: unknown) => error)
const idOf = (name: string) => ({ id: town.customer(name).id })

describe('a link is made', () => {
  it('with a code of its own, to a page that the member allows', async () => {
    const { link } = await createLink(wash(), {
      ...{
        name: 'Flyer',
        targetUrl: 'https://book.example/wash/may',
        utm: { source: 'flyer' },
        windowDays: 30,
      },
    })
    expect(link).toMatchObject({
      ...{ memberId: town.member('wash').id, sourceKind: 'MEMBER', sourceId: town.member('wash').id },
      ...{ targetUrl: 'https://book.example/wash/may', utm: '{"source":"flyer"}', windowDays: 30 },
      ...{ status: 'ACTIVE', code: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/) },
    })
  })

  it.each([
    ['https://evil.example/', 'targetUrl'],
    ['https://book.example/', 'targetUrl'],
    ['http://wash.example/', 'targetUrl'],
    ['javascript:alert(1)', 'targetUrl'],
    ['//wash.example/', 'targetUrl'],
  ])('never to %s', async (targetUrl, field) => {
    expect(await refusalOf(createLink(wash(), { name: 'x', targetUrl }))).toMatchObject({
      ...{ code: 'INVALID_INPUT', path: [field] },
    })
  })

  it('with a code that nobody has, nor one that looks or is typed like it', async () => {
    await createLink(wash(), { name: 'Summer', code: 'summer-10' })
    await createLink(wash(), { name: 'Лето', code: 'лето' })
    for (const code of ['SUMMER-10', 'summer1o', 'SUMMERIO', 'ЛЕТО', 'ktnj', 'лет0'])
      expect(await refusalOf(createLink(cafe(), { name: 'x', code })), code).toMatchObject({
        ...{ code: 'INVALID_INPUT', path: ['code'] },
      })
    expect(await refusalOf(createLink(cafe(), { name: 'x', code: 'a-b' }))).toMatchObject({ path: ['code'] })
    expect(await refusalOf(createLink(cafe(), { name: 'x', code: 'a b c' }))).toMatchObject({
      path: ['code'],
    })
  })

  it('with a code that no open rule of the coalition asks for, and no rule asks for a link’s', async () => {
    const draft = (code: string) => draftRule(cafe(), { definition: aDefinition({ if: { code } }) })
    const { rule } = await draft('ВЕСНА')
    for (const code of ['весна', 'dtcyf'])
      expect(await refusalOf(createLink(wash(), { name: 'x', code })), code).toMatchObject({
        ...{ code: 'INVALID_INPUT', path: ['code'] },
      })
    await createLink(wash(), { name: 'Cold', code: 'COLD-10' })
    const taken = { code: 'INVALID_INPUT', path: ['definition', 'if', 'code'] }
    expect(await refusalOf(draft('COLD10'))).toMatchObject(taken)
    const definition = aDefinition({ if: { code: 'C0LD10' } })
    expect(await refusalOf(editRule(cafe(), { id: rule.id, version: 1, definition }))).toMatchObject(taken)
    await endRule(cafe(), { id: rule.id })
    expect((await createLink(wash(), { name: 'x', code: 'весна' })).link.code).toBe('ВЕСНА')
  })

  it('never with a chosen code that another coalition’s address may be, and a made one once in the installation', async () => {
    const { link } = await createLink(wash(), { name: 'Made' })
    expect(link.isMade).toBe(true)
    const spelled = link.code.replace('-', '').toLowerCase()
    expect(await refusalOf(createLink(cafe(), { name: 'x', code: spelled }))).toMatchObject({
      path: ['code'],
    })
    const other = await aCoalition().withMember('wash').open(database.store)
    const there = { ...link, coalitionId: other.id, memberId: other.member('wash').id }
    await expect(database.store.prisma.link.create({ data: there })).rejects.toThrow(/unique/i)
  })

  it('with a window of the coalition’s at most, where its source makes it', async () => {
    const asked = { name: 'x', memberId: town.member('wash').id, windowDays: 91 }
    expect(await refusalOf(createLink(cafe(), asked))).toMatchObject({ path: ['windowDays'] })
    expect((await createLink(wash(), { name: 'x', windowDays: 91 })).link.windowDays).toBe(91)
  })

  it('leads to this machine in a sandbox alone', () => {
    const pages = ['http://localhost:3000/', 'http://127.0.0.1/']
    expect(checkLinkPages(pages, { isTest: true })).toEqual(pages)
    for (const page of pages)
      expect(() => checkLinkPages([page], { isTest: false })).toThrow(InvalidInputError)
  })

  it('by the member that it leads to or by its source, and by nobody else', async () => {
    const [washId = '', cafeId = '', partsId = ''] = ['wash', 'cafe', 'parts'].map(
      (handle) => town.member(handle).id,
    )
    const { link } = await createLink(cafe(), { name: 'From the cafe', memberId: washId })
    expect(link).toMatchObject({ memberId: washId, sourceId: cafeId })
    const stranger = { name: 'x', memberId: washId, sourceMemberId: partsId }
    expect(await refusalOf(createLink(cafe(), stranger))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await refusalOf(archiveLink(town.member('parts').context, { id: link.id }))).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect((await archiveLink(wash(), { id: link.id })).link.status).toBe('ARCHIVED')
    expect((await archiveLink(cafe(), { id: link.id })).link.status).toBe('ARCHIVED')
  })
})

describe('a customer is bound', () => {
  it('at enrolment, in the same breath, and a code that nobody has enrols nobody', async () => {
    const link = await aLink(town, { to: 'wash', from: 'cafe' })
    const person = { phone: '+79990000001', consentVersion: '1' }
    const { customer } = await enrolCustomer(wash(), { name: 'Vera', ...person, cameBy: { code: link.code } })
    const rows = await database.store.prisma.binding.findMany({ where: { customerId: customer.id } })
    expect(rows).toMatchObject([{ linkId: link.id, via: 'ENROL', sourceId: town.member('cafe').id }])

    const other = { name: 'Gleb', phone: '+79990000002', consentVersion: '1' }
    const unknown = { ...other, cameBy: { code: 'NOBODY-HAS-IT' } }
    expect(await refusalOf(enrolCustomer(wash(), unknown))).toMatchObject({
      ...{ code: 'NOT_FOUND', path: ['cameBy', 'code'] },
    })
    const click = '018f0000-0000-7000-8000-000000000001'
    const enrolled = await enrolCustomer(wash(), { ...other, cameBy: { clickId: click } })
    const where = { customerId: enrolled.customer.id }
    expect(await database.store.prisma.binding.findMany({ where })).toEqual([])
  })

  it('by the first link while that counts, and by every later one where the coalition says LAST', async () => {
    const [first, second] = [
      await aLink(town, { to: 'wash', from: 'cafe' }),
      await aLink(town, { to: 'wash', from: 'parts' }),
    ]
    const one = await bindCustomer(wash(), { customer: idOf('Anna'), code: first.code })
    expect(one).toMatchObject({ isNew: true, binding: { linkId: first.id } })
    const two = await bindCustomer(wash(), { customer: idOf('Anna'), code: second.code })
    expect(two).toMatchObject({ isNew: false, binding: { id: one.binding.id } })
    await updateCoalition(town.adminContext, { bindingPolicy: 'LAST' })
    const three = await bindCustomer(wash(), { customer: idOf('Anna'), code: second.code })
    expect(three).toMatchObject({ isNew: true, binding: { linkId: second.id } })
    const four = await bindCustomer(wash(), { customer: idOf('Anna'), code: second.code })
    expect(four).toMatchObject({ isNew: false, binding: { id: three.binding.id } })
    await updateCoalition(town.adminContext, { bindingPolicy: 'FIRST' })
  })

  it('by one of two links at once: who waited for the other is bound after it, not before', async () => {
    const [first, second] = [
      await aLink(town, { to: 'wash', from: 'cafe' }),
      await aLink(town, { to: 'wash', from: 'parts' }),
    ]
    const person = { name: 'Egor', phone: '+79990000003', consentVersion: '1' }
    const { id: customerId } = (await enrolCustomer(wash(), person)).customer
    const { pool } = database.store
    let waits: ReturnType<typeof bindCustomer> | undefined
    const bindingId = await inTransaction(database.store, async (client) => {
      await holdCustomer(client, { coalitionId: town.id, customerId })
      waits = bindCustomer(wash(), { customer: { id: customerId }, code: second.code })
      const waiting = async () => {
        const { rows } = await pool.query(
          `select 1 from pg_locks where not granted and pid in
            (select pid from pg_stat_activity where datname = current_database())`,
        )
        return rows.length
      }
      await expect.poll(waiting).toBe(1)
      const coalition = await bindingTerms(client, town.id)
      const { now } = coalition
      const row = { ...first, linkId: first.id }
      const binding = bindingBy(row, { coalition, customerId, via: 'CODE', now })
      await addBinding(client, town.id, binding)
      return binding.id
    })
    expect(await waits).toMatchObject({ isNew: false, binding: { id: bindingId, linkId: first.id } })
  })

  it('until the end of the last local day of the window', async () => {
    const link = await aLink(town, { to: 'wash', from: 'cafe', windowDays: 1 })
    const { binding } = await bindCustomer(wash(), { customer: idOf('Boris'), code: link.code })
    const hours = (binding.endsAt.getTime() - binding.boundAt.getTime()) / 3_600_000
    expect(hours).toBeGreaterThan(24)
    expect(hours).toBeLessThanOrEqual(48)
    expect(binding.endsAt.toISOString()).toMatch(/T21:00:00\.000Z$/)
  })

  it('by the click of a person, not by that of a machine or of a link to another member', async () => {
    const link = await aLink(town, { to: 'wash', from: 'cafe' })
    const elsewhere = await aLink(town, { to: 'parts', from: 'cafe' })
    const customer = idOf('Clara')
    for (const clickId of [
      await aClick(town, link, { kind: 'BOT' }),
      await aClick(town, elsewhere),
      '018f0000-0000-7000-8000-000000000002',
    ])
      expect(await refusalOf(bindCustomer(wash(), { customer, clickId }))).toMatchObject({
        ...{ code: 'NOT_FOUND', path: ['clickId'] },
      })
    const bound = await bindCustomer(wash(), { customer, clickId: await aClick(town, link) })
    expect(bound).toMatchObject({ isNew: true, binding: { linkId: link.id } })
  })

  it('not by a code with a wrong letter, one of an archived link, or one and a click', async () => {
    const link = await aLink(town, { to: 'wash', from: 'cafe' })
    const customer = idOf('Dmitri')
    const wrong = `${link.code.slice(0, -1)}${link.code.endsWith('7') ? '8' : '7'}`
    expect(await refusalOf(bindCustomer(wash(), { customer, code: wrong }))).toMatchObject({
      ...{ code: 'INVALID_INPUT', path: ['code'] },
    })
    const both = { customer, code: link.code, clickId: await aClick(town, link) }
    expect(await refusalOf(bindCustomer(wash(), both))).toMatchObject({ path: ['code'] })
    await archiveLink(wash(), { id: link.id })
    expect(await refusalOf(bindCustomer(wash(), { customer, code: link.code }))).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('not to where somebody with their e-mail works', async () => {
    const link = await aLink(town, { to: 'wash', from: 'cafe' })
    const { store } = database
    const person = await store.prisma.person.findFirstOrThrow({ where: { grants: { some: {} } } })
    const grant = { ...(await store.prisma.staffGrant.findFirstOrThrow({ where: { personId: person.id } })) }
    expect(grant.coalitionId).toBe(town.id)
    const works = { memberId: town.member('cafe').id, role: 'CASHIER', id: town.member('cafe').id }
    await store.prisma.staffGrant.create({ data: { ...grant, ...works } })
    const { email } = person
    const { customer } = await enrolCustomer(wash(), { name: 'Own', email, consentVersion: '1' })
    const bind = bindCustomer(wash(), { customer: { id: customer.id }, code: link.code })
    expect(await refusalOf(bind)).toMatchObject({ code: 'OWN_LINK' })
  })
})
