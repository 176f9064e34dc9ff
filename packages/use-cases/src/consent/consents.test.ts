import { AlreadyExistsError, CustomerClosedError, InvalidInputError, NotFoundError } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context, CustomerPrincipal } from '../access/principal.ts'
import { CUSTOMER_SCOPES } from '../access/principal.ts'
import { enrolCustomer } from '../customer/enrol-customer.ts'
import type { ConsentInput } from '../input/consent.ts'
import { mergeCustomers } from '../points/merge-customers.ts'
import { aCoalition, type BuiltCoalition } from '../testing/index.ts'
import { consentsInForce } from './consent-in-force.ts'
import { publishConsentText } from './publish-consent-text.ts'
import { recordConsent } from './record-consent.ts'
import { withdrawConsent } from './withdraw-consent.ts'

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition().withMember('wash').withMember('parts').open(database.store)
  await publishConsentText(town.adminContext, text('2026-01'))
  await publishConsentText(town.adminContext, text('2026-02'))
})
afterAll(() => database.drop())

const text = (version: string) => ({
  ...{ purpose: 'MARKETING_SMS' as const, version },
  ...{ textEn: `We may write to you. ${version}`, textRu: `Мы можем вам писать. ${version}` },
})
const yes = (own: Partial<ConsentInput> = {}): ConsentInput => ({
  ...{ purpose: 'MARKETING_SMS', textVersion: '2026-01', source: 'PAPER', proof: 'form-17' },
  ...own,
})
const NO = { purpose: 'MARKETING_SMS', source: 'PHONE' } as const

const enrolled = async (consents?: readonly ConsentInput[]): Promise<string> => {
  const { context } = town.member('wash')
  return (await enrolCustomer(context, { name: 'Anna', consentVersion: 'v0', consents: consents ?? null }))
    .customer.id
}
const inForce = (customerId: string) => consentsInForce(town.store, { coalitionId: town.id, customerId })
const rowsOf = (customerId: string) =>
  town.store.prisma.consent.findMany({ where: { customerId }, orderBy: { id: 'asc' } })
const tokenOf = (customerId: string): Context => {
  const { memberId } = town.member('wash').principal
  const own = { scopes: new Set(CUSTOMER_SCOPES), tokenId: 't', maxPoints: null, origin: null }
  const principal: CustomerPrincipal = {
    kind: 'customer',
    coalitionId: town.id,
    memberId,
    customerId,
    ...own,
  }
  return { store: town.store, principal }
}

describe('a consent', () => {
  it('proves to which text it was given: the very text is kept under the hash that the record has', async () => {
    const id = await enrolled()
    const { consent } = await recordConsent(town.member('wash').context, { customer: { id }, consent: yes() })
    const kept = await town.store.prisma.consentText.findFirstOrThrow({
      where: { hash: consent.textHash ?? '' },
    })
    expect(kept).toMatchObject({ version: '2026-01', textEn: 'We may write to you. 2026-01' })
    expect(consent).toMatchObject({ given: true, source: 'PAPER', proof: 'form-17', recordedBy: 'MEMBER' })
  })

  it('to a version that nobody has published is refused', async () => {
    const id = await enrolled()
    const unknown = { customer: { id }, consent: yes({ textVersion: '2019-01' }) }
    await expect(recordConsent(town.member('wash').context, unknown)).rejects.toMatchObject({
      ...{ code: 'INVALID_INPUT', path: ['consent', 'textVersion'] },
    })
    const otherPurpose = { customer: { id }, consent: yes({ purpose: 'MARKETING_CALL' }) }
    await expect(recordConsent(town.adminContext, otherPurpose)).rejects.toThrow(InvalidInputError)
    expect(await inForce(id)).toHaveLength(1)
  })

  it('is added to and never changed: yes, no and yes again are three rows, and the last one counts', async () => {
    const id = await enrolled()
    const { context } = town.member('wash')
    await recordConsent(context, { customer: { id }, consent: yes() })
    await withdrawConsent(town.member('parts').context, { customer: { id }, ...NO })
    await recordConsent(context, { customer: { id }, consent: yes({ textVersion: '2026-02' }) })
    expect((await rowsOf(id)).slice(1).map(({ given }) => given)).toEqual([true, false, true])
    const [sms] = (await inForce(id)).filter(({ purpose }) => purpose === 'MARKETING_SMS')
    expect(sms).toMatchObject({ given: true, textVersion: '2026-02' })
    const change = town.store.prisma.consent.updateMany({ data: { given: false } })
    await expect(change).rejects.toThrow(/permission denied/)
  })

  it('that is sent twenty times at once is written down and told once', async () => {
    const id = await enrolled()
    const { context } = town.member('wash')
    const send = () => recordConsent(context, { customer: { id }, consent: yes() })
    const answers = await Promise.all(Array.from({ length: 20 }, send))
    expect(new Set(answers.map(({ consent }) => consent.id)).size).toBe(1)
    expect(await rowsOf(id)).toHaveLength(2)
    const told = { subjectId: id, kind: 'consent.given' }
    expect(await town.store.prisma.outbox.count({ where: told })).toBe(1)
  })

  it('on an old form that is handed in late does not undo a later no', async () => {
    const id = await enrolled()
    await withdrawConsent(town.adminContext, { customer: { id }, ...NO })
    const happenedAt = new Date(Date.now() - 30 * 86_400_000)
    const late = yes({ source: 'IMPORT', happenedAt })
    await recordConsent(town.adminContext, { customer: { id }, consent: late })
    expect((await inForce(id)).map(({ purpose, given }) => [purpose, given])).toEqual([
      ['MARKETING_SMS', false],
      ['PERSONAL_DATA', true],
    ])
    // It changes nothing, so nobody is told; and handed in again it is not written again.
    await recordConsent(town.adminContext, { customer: { id }, consent: late })
    expect(await rowsOf(id)).toHaveLength(3)
    expect(await town.store.prisma.outbox.count({ where: { subjectId: id, kind: 'consent.given' } })).toBe(0)
    const future = yes({ happenedAt: new Date(Date.now() + 3_600_000_000) })
    const early = recordConsent(town.adminContext, { customer: { id }, consent: future })
    await expect(early).rejects.toMatchObject({ path: ['consent', 'happenedAt'] })
  })

  it('is taken back by the customer with a token, for itself alone, and every member is told', async () => {
    const [id, other] = [await enrolled([yes()]), await enrolled([yes()])]
    const foreign = withdrawConsent(tokenOf(id), { customer: { id: other }, ...NO })
    await expect(foreign).rejects.toThrow(NotFoundError)
    const { consent } = await withdrawConsent(tokenOf(id), { ...NO, source: 'WIDGET' })
    expect(consent).toMatchObject({ given: false, recordedBy: 'CUSTOMER', recordedById: id })
    expect((await inForce(other)).map(({ given }) => given)).toEqual([true, true])
    const event = await town.store.prisma.outbox.findFirstOrThrow({
      where: { subjectId: id, kind: 'consent.withdrawn' },
    })
    expect(event.payload).toMatchObject({ customerId: id, purpose: 'MARKETING_SMS' })
  })

  it('taken back by somebody who was merged into another stays taken back', async () => {
    const [twin, id] = [await enrolled(), await enrolled([yes()])]
    await withdrawConsent(town.adminContext, { customer: { id: twin }, ...NO })
    const merged = { customer: { id: twin }, into: { id }, idempotencyKey: twin }
    await mergeCustomers(town.adminContext, merged)
    const [sms] = (await inForce(id)).filter(({ purpose }) => purpose === 'MARKETING_SMS')
    expect(sms).toMatchObject({ given: false })
  })

  it('of a customer who is closed is refused', async () => {
    const [id, into] = [await enrolled(), await enrolled()]
    const merged = { customer: { id }, into: { id: into }, idempotencyKey: id }
    await mergeCustomers(town.adminContext, merged)
    const late = recordConsent(town.adminContext, { customer: { id }, consent: yes() })
    await expect(late).rejects.toThrow(CustomerClosedError)
    const no = withdrawConsent(town.adminContext, { customer: { id }, ...NO })
    await expect(no).rejects.toThrow(CustomerClosedError)
  })
})

describe('an enrolment', () => {
  it('writes down what the customer agreed to, with the version of the text about personal data in any case', async () => {
    const id = await enrolled([yes({ source: 'TILL' })])
    expect(await inForce(id)).toMatchObject([
      { purpose: 'MARKETING_SMS', source: 'TILL', textVersion: '2026-01', given: true },
      { purpose: 'PERSONAL_DATA', source: 'MEMBER_SYSTEM', textVersion: 'v0', textHash: null, given: true },
    ])
  })

  it('with a consent that cannot be proven, or one named twice, enrols nobody', async () => {
    const before = await town.store.prisma.customer.count()
    await expect(enrolled([yes({ textVersion: 'no' })])).rejects.toMatchObject({
      path: ['consents', '0', 'textVersion'],
    })
    await expect(enrolled([yes(), yes({ textVersion: '2026-02' })])).rejects.toMatchObject({
      path: ['consents', '1', 'purpose'],
    })
    expect(await town.store.prisma.customer.count()).toBe(before)
  })
})

describe('a version of a text', () => {
  it('never changes: the same again is the same, another text takes another version', async () => {
    const again = await publishConsentText(town.adminContext, text('2026-01'))
    const rows = await town.store.prisma.consentText.findMany({ where: { version: '2026-01' } })
    expect(rows).toEqual([again.text])
    const other = { ...text('2026-01'), textEn: 'Something else' }
    await expect(publishConsentText(town.adminContext, other)).rejects.toThrow(AlreadyExistsError)
    const empty = { ...text('2026-03'), textRu: ' \n ' }
    await expect(publishConsentText(town.adminContext, empty)).rejects.toMatchObject({ path: ['textRu'] })
  })
})
