import { checkStatementFile } from '@artel/documents'
import { points } from '@artel/ledger'
import { createApiKey, recordPurchase, refundPurchase, setBankDetails } from '@artel/use-cases'
import {
  aCoalition,
  aSale,
  aTreasurer,
  type BuiltCoalition,
  colleagueOf,
  roubles,
} from '@artel/use-cases/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshKey } from '../../testing/operations.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

let api: TestApi
let town: BuiltCoalition
let treasurer: string
let auditor: string
beforeAll(async () => {
  api = await startTestApi()
  town = await aCoalition({ name: 'Заречье' })
    .withMember('wash', { name: 'Блеск' })
    .withMember('parts', { name: 'Коленвал' })
    .withCustomer('Anna')
    .open(api.store)
  const keyWith = async (name: string, scopes: string[]) =>
    (await createApiKey(aTreasurer(town), { name, scopes })).secret
  treasurer = await keyWith('Treasurer', ['settlement:propose', 'reports:read'])
  auditor = await keyWith('Auditor', ['reports:read'])
  const anna = town.customer('Anna')
  const { purchase } = await recordPurchase(
    town.member('wash').context,
    aSale(anna, { total: roubles(20_000) }),
  )
  await recordPurchase(
    town.member('parts').context,
    aSale(anna, { total: roubles(1_000), points: points(300n) }),
  )
  await refundPurchase(town.member('wash').context, {
    purchase: { id: purchase.id },
    amount: roubles(1_000),
    reason: '',
    idempotencyKey: freshKey(),
  })
})
afterAll(() => api.stop())

const mutate = async (field: string, input: Record<string, unknown>, key: string, selection = '') => {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) { __typename ... on UserError { code message } ${selection} } }`
  const { data, errors } = await api.call(query, { input: { idempotencyKey: freshKey(), ...input } }, { key })
  return { ...data?.[field], errors }
}

const PARTY = { bankName: 'Сбербанк', bankCode: '044525225', correspondentAccount: '30101810400000000225' }

describe('a window over HTTP', () => {
  test('is closed, stated, accepted, planned, approved, paid and settled by those who may', async () => {
    expect(await mutate('windowClose', { windowNo: 1, early: true }, auditor)).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    })
    expect(await mutate('windowClose', { windowNo: 1 }, treasurer)).toMatchObject({
      code: 'WINDOW_STEP_NOT_READY',
    })
    const closed = await mutate(
      'windowClose',
      { windowNo: 1, early: true },
      treasurer,
      '... on WindowClosePayload { window { status } }',
    )
    expect(closed).toMatchObject({ window: { status: 'CLOSED' } })
    const stated = await mutate(
      'statementsIssue',
      { windowNo: 1 },
      treasurer,
      '... on StatementsIssuePayload { statements { id lineCount documents member { handle } toPay { amountMinor } rounding { amountMicros } } }',
    )
    // The wash: 1000 points at 0.10 and 300 spent elsewhere at 0.90, less 50 taken back; the parts shop is paid 264.00
    // and pays 0.10 for each of its 35.
    const toPay = Object.fromEntries(
      stated.statements.map((one: { member: { handle: string }; toPay: { amountMinor: string } }) => [
        one.member.handle,
        one.toPay.amountMinor,
      ]),
    )
    expect(toPay).toEqual({ wash: '36500', parts: '-26050' })
    for (const { rounding } of stated.statements) expect(rounding).toEqual({ amountMicros: '0' })
    for (const { id, member } of stated.statements) {
      const own = town.member(member.handle).apiKey
      const other = town.member(member.handle === 'wash' ? 'parts' : 'wash').apiKey
      expect(await mutate('statementAccept', { statementId: id }, other)).toMatchObject({ code: 'NOT_FOUND' })
      expect(await mutate('statementAccept', { statementId: id }, own)).toMatchObject({
        __typename: 'StatementAcceptPayload',
      })
    }
    const { plan } = await mutate(
      'planPropose',
      { windowNo: 1 },
      treasurer,
      '... on PlanProposePayload { plan { id hash total { amountMinor } payments { payer { handle } payee { handle } reference } } }',
    )
    expect(plan.total.amountMinor).toBe('62550')
    const approval = { planId: plan.id, planHash: plan.hash }
    expect(await mutate('planApprove', approval, treasurer)).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    })
    expect(
      await mutate('planApprove', { ...approval, planHash: 'f'.repeat(64) }, town.adminKey),
    ).toMatchObject({ code: 'PLAN_CHANGED' })
    expect(
      await mutate('planApprove', approval, town.adminKey, '... on PlanApprovePayload { window { status } }'),
    ).toMatchObject({
      window: { status: 'APPROVED' },
    })
  })

  test('is paid by what the bank says, and every line that proves nothing says why', async () => {
    for (const [key, own] of [
      [
        town.adminKey,
        { legalName: 'АО «Заречье»', taxId: '7707083893', kpp: '773601001', account: '40702810838000000017' },
      ],
      [
        town.member('wash').apiKey,
        { legalName: 'ООО «Блеск»', taxId: '7736050003', kpp: '773601001', account: '40702810938000000027' },
      ],
      [
        town.member('parts').apiKey,
        {
          legalName: 'ООО «Коленвал»',
          taxId: '7728168971',
          kpp: '772801001',
          account: '40702810038000000037',
        },
      ],
    ] as const) {
      const set = await api.call(
        'mutation ($input: BankDetailsSetInput!) { bankDetailsSet(input: $input) { __typename } }',
        { input: { ...own, ...PARTY } },
        { key },
      )
      expect(set.data.bankDetailsSet.__typename).toBe('BankDetailsSetPayload')
    }
    // The plan was approved before: two persons say where the parts shop is paid.
    const ofParts = {
      ...{ memberId: town.member('parts').id, legalName: 'ООО «Коленвал»', taxId: '7728168971' },
      ...{ kpp: '772801001', account: '40702810038000000037', ...PARTY },
    }
    for (const context of [town.adminContext, await colleagueOf(town.adminContext)] as const)
      await setBankDetails(context, ofParts)
    const legs = await api.call(
      '{ paymentLegs(windowNo: 1) { nodes { id reference amount { amountMinor } payer { handle } status } } }',
      {},
      { key: treasurer },
    )
    const leg = legs.data.paymentLegs.nodes.find(
      (one: { payer: { handle: string } | null }) => one.payer?.handle === 'wash',
    )
    const section = (no: number, sum: string, purpose: string) => [
      'СекцияДокумент=Платежное поручение',
      `Номер=${no}`,
      'Дата=10.08.2026',
      `Сумма=${sum}`,
      'ПлательщикСчет=40702810938000000027',
      'ДатаСписано=',
      'ПлательщикИНН=7736050003',
      'ПолучательСчет=40702810838000000017',
      'ДатаПоступило=10.08.2026',
      `НазначениеПлатежа=${purpose}`,
      'КонецДокумента',
    ]
    const file = [
      '1CClientBankExchange',
      'ВерсияФормата=1.03',
      'Кодировка=UTF-8',
      'РасчСчет=40702810838000000017',
      'СекцияРасчСчет',
      'ДатаНачала=10.08.2026',
      'ДатаКонца=10.08.2026',
      'РасчСчет=40702810838000000017',
      'НачальныйОстаток=0.00',
      'КонецРасчСчет',
      ...section(1, '65.00', `Расчёты ${leg.reference}`),
      ...section(2, '310.00', 'За баллы'),
      'КонецФайла',
      '',
    ].join('\r\n')
    const imported = await mutate(
      'bankStatementImport',
      { contentBase64: Buffer.from(file).toString('base64') },
      treasurer,
      '... on BankStatementImportPayload { lines { verdict reason remainder { amountMinor } } }',
    )
    expect(imported.lines).toEqual([
      { verdict: 'PARTIAL', reason: null, remainder: { amountMinor: '0' } },
      { verdict: 'OVER_PAID', reason: 'NOTHING_LEFT', remainder: { amountMinor: '1000' } },
    ])
  })

  test('has its documents for those who may read them', async () => {
    const { data } = await api.call(
      '{ memberStatements { nodes { member { handle } documents } } }',
      {},
      { key: town.member('wash').apiKey },
    )
    expect(data.memberStatements.nodes).toHaveLength(1)
    const [pdf, csv, json] = data.memberStatements.nodes[0].documents
    const get = (path: string, key: string | null) =>
      fetch(new URL(path, api.url), { headers: key === null ? {} : { authorization: `Bearer ${key}` } })
    for (const key of [town.member('wash').apiKey, auditor, town.adminKey]) {
      const response = await get(json, key)
      expect(response.status).toBe(200)
      const checked = await checkStatementFile(new Uint8Array(await response.arrayBuffer()))
      expect(checked).toMatchObject({ ok: true })
    }
    expect((await get(json, town.member('parts').apiKey)).status).toBe(404)
    expect((await get(json, null)).status).toBe(401)
    expect((await get(json, 'sk_test_nonsense')).status).toBe(401)
    expect((await get('/statements/stm_111.pdf', auditor)).status).toBe(404)
    await readsByLink(get)
    const printed = await get(`${pdf}?lang=ru`, auditor)
    expect(printed.headers.get('content-type')).toBe('application/pdf')
    const bytes = Buffer.from(await printed.arrayBuffer())
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    if (process.env.ARTEL_KEEP_PDF) (await import('node:fs')).writeFileSync(process.env.ARTEL_KEEP_PDF, bytes)
    expect(await (await get(csv, auditor)).text()).toContain('EARN')
    const orders = await get('/payment-orders/1.1c', auditor)
    expect(orders.status).toBe(200)
    expect(Buffer.from(await orders.arrayBuffer()).toString('latin1')).toContain('40702810038000000037')
    expect((await get('/payment-orders/1.pain001', town.adminKey)).status).toBe(200)
    expect((await get('/payment-orders/1.1c', town.member('parts').apiKey)).status).toBe(404)
  })

  /** Each statement is read without a key by its own link, and by no other. */
  async function readsByLink(get: (path: string, key: string | null) => Promise<Response>) {
    const { data } = await api.call('{ memberStatements { nodes { id } } }', {}, { key: town.adminKey })
    const links: string[] = []
    for (const { id: statementId } of data.memberStatements.nodes)
      links.push(
        (
          await mutate(
            'statementLinkCreate',
            { statementId, idempotencyKey: undefined },
            town.adminKey,
            '... on StatementLinkCreatePayload { paths }',
          )
        ).paths[2],
      )
    const [first = '', second = ''] = links
    expect((await get(first, null)).status).toBe(200)
    expect((await get(second, null)).status).toBe(200)
    const tokenOf = (link: string) => link.split('?link=')[1]
    expect((await get(`${first.split('?')[0]}?link=${tokenOf(second)}`, null)).status).toBe(401)
    expect((await get(`${first.slice(0, -2)}xx`, null)).status).toBe(401)
    const asToken = await api.call('{ viewer { kind } }', {}, { key: tokenOf(first) ?? '' })
    expect(asToken.status).toBe(401)
  }
})
