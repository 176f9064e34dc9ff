import { expect, test } from 'vitest'
import { customerToken } from '../../../test/customer-token.ts'
import { useShop } from '../../../test/use-shop.ts'

const shop = useShop({ width: 360, height: 900 })
const CODE = '7K3M9-QXA2B-4C5DW'
const element = () => shop.page.locator('artel-claim')
const field = () => element().locator('[part=code-field]')
const problem = () => element().locator('[part=code-problem]').innerText()
const result = async () => (await element().locator('[part=result]').innerText()).replace(/\s+/g, ' ')
const claims = () => shop.api.calls.filter(({ operation }) => operation === 'OwnEarnCodeClaim')
const inputs = () =>
  claims().map(({ variables }) => variables.input as { code: string; idempotencyKey: string })
const focused = () =>
  shop.page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('part'))
const listen = () =>
  shop.page.evaluate(() => {
    const details: unknown[] = []
    Object.assign(globalThis, { details })
    document.addEventListener('artel:claim', ({ detail }) => details.push(detail))
  })
const details = () => shop.page.evaluate(() => (globalThis as unknown as { details: unknown[] }).details)

test('a keyboard scanner types the address of a code and Enter: points, balance, event, and the wallet of the page moves', async () => {
  await shop.open(
    '<artel-wallet API token="good"></artel-wallet><artel-claim API token="good"></artel-claim>',
  )
  await expect.poll(() => shop.state('artel-claim')).toBe('ready')
  await expect.poll(() => shop.state('artel-wallet')).toBe('ready')
  await listen()
  await field().focus()
  await shop.page.keyboard.type(`https://api.example/earn/${CODE}\n`)
  await expect.poll(result).toBe('50 points earned Your balance: 1,772 points')
  expect(inputs()).toEqual([{ code: CODE, idempotencyKey: expect.stringMatching(/^[\w-]{20,64}$/) }])
  expect(await details()).toEqual([{ points: '50', balance: '1772' }])
  await expect.poll(() => shop.page.locator('artel-wallet [part=balance]').innerText()).toContain('1,772')
  expect(await focused()).toBe('another')
  await shop.page.keyboard.press('Enter')
  await expect.poll(focused).toBe('code-field')
  expect(await field().inputValue()).toBe('')
})

test('a code of a link is shown and never claimed without a tap; where no wallet is, none is loaded', async () => {
  shop.server.requests.splice(0)
  await shop.open(
    `<artel-claim API token="good" code="https://api.example/earn/${CODE}" lang="ru"></artel-claim>`,
  )
  await expect.poll(() => shop.state('artel-claim')).toBe('ready')
  expect(await field().inputValue()).toBe(CODE)
  await shop.page.waitForTimeout(300)
  expect(claims()).toEqual([])
  await shop.page.getByRole('button', { name: 'Получить баллы' }).click()
  await expect.poll(result).toBe('Начислено 50 баллов На счёте: 1 772 балла')
  expect(shop.operations()).toEqual(['WidgetClaimer', 'OwnEarnCodeClaim'])
  expect(shop.server.requests.filter((path) => /kit|list|benefits|follow/.test(path))).toEqual([
    '/artel-claim-kit.js',
  ])
})

test('two presses are one claim; a lost answer is asked for again under the same key, over a reload too', async () => {
  shop.api.losesClaimAnswers = true
  await shop.open('<artel-claim API token="good"></artel-claim>')
  await expect.poll(() => shop.state('artel-claim')).toBe('ready')
  let open = () => {}
  shop.api.gate = new Promise((resolve) => {
    open = resolve
  })
  await field().fill(CODE)
  await field().press('Enter')
  await field().press('Enter')
  await element().locator('[part=claim]').click({ force: true })
  expect(claims().length).toBeLessThanOrEqual(1)
  open()
  await expect.poll(problem).toContain('nothing is given twice')
  expect(await field().inputValue()).toBe(CODE)
  await shop.page.reload()
  shop.api.losesClaimAnswers = false
  await field().fill(`  ${CODE.toLowerCase()} `)
  await field().press('Enter')
  await expect.poll(result).toContain('50 points earned')
  expect(inputs().length).toBeGreaterThan(1)
  expect(new Set(inputs().map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
  expect(shop.api.account.available).toBe(1772n)
})

test('every refusal is said in words, the focus stays with the code, and the next try is another command', async () => {
  await shop.open('<artel-claim API token="good" lang="ru"></artel-claim>')
  const notUsable = (bar: string) => ({
    __typename: 'EarnCodeNotUsableError',
    code: 'EARN_CODE_NOT_USABLE',
    bar,
  })
  const refusals: ReadonlyArray<readonly [Record<string, unknown>, string]> = [
    [notUsable('USED'), 'Этот код уже использован.'],
    [notUsable('REVOKED'), 'Этот код отозван.'],
    [notUsable('EXPIRED'), 'Срок этого кода прошёл.'],
    [notUsable('DELAYED'), 'Код остаётся в силе'],
    [{ __typename: 'InvalidInputError', code: 'INVALID_INPUT' }, 'В коде опечатка.'],
    [{ __typename: 'NotFoundError', code: 'NOT_FOUND' }, 'Такого кода нет.'],
    [{ __typename: 'MemberNotActiveError', code: 'MEMBER_NOT_ACTIVE' }, 'сейчас не начисляет'],
    [{ __typename: 'SaleTooLateError', code: 'SALE_TOO_LATE' }, 'слишком старый'],
    [{ __typename: 'SaleBeforeJoiningError', code: 'SALE_BEFORE_JOINING' }, 'до вступления'],
    [{ __typename: 'SaleNeedsApprovalError', code: 'SALE_NEEDS_APPROVAL' }, 'попробуйте позже'],
    [{ __typename: 'CustomerClosedError', code: 'CUSTOMER_CLOSED' }, 'Этот счёт закрыт.'],
  ]
  for (const [refusal, words] of refusals) {
    shop.api.claim = () => refusal
    await field().fill(CODE)
    await field().press('Enter')
    await expect.poll(problem).toContain(words)
    expect([await focused(), await field().getAttribute('aria-invalid')]).toEqual(['code-field', 'true'])
  }
  const keys = inputs().map(({ idempotencyKey }) => idempotencyKey)
  expect(new Set(keys).size).toBe(refusals.length)
})

test('a refusal for good is not called a lost answer, and a failure that may pass is', async () => {
  await shop.open('<artel-claim API token="good"></artel-claim>')
  await expect.poll(() => shop.state('artel-claim')).toBe('ready')
  let answer: object = {}
  await shop.page.route(shop.api.url, (route) =>
    route.fulfill({ json: answer, headers: { 'access-control-allow-origin': '*' } }),
  )
  const failed = (code: string, retryable: boolean) => ({
    ...{ errors: [{ message: code, extensions: { code, retryable } }] },
  })
  const refused = (code: string) => ({
    ...{ data: { earnCodeClaim: { __typename: 'UserError', code, message: code, retryable: false } } },
  })
  for (const [next, words] of [
    [failed('FORBIDDEN', false), 'This cannot be claimed here. Ask at the counter.'],
    [failed('INTERNAL_SERVER_ERROR', true), 'No answer came.'],
    [refused('NEWER_THAN_THIS_WIDGET'), 'This cannot be claimed here. Ask at the counter.'],
    // The next try has another key.
    [refused('IDEMPOTENCY_KEY_MISMATCH'), 'No answer came.'],
  ] as const) {
    answer = next
    await field().fill(CODE)
    await field().press('Enter')
    await expect.poll(problem).toContain(words)
  }
})

test('who is slowed hears how long; another address and nothing are said, and neither is sent', async () => {
  shop.api.slowedMs = 42_000
  await shop.open('<artel-claim API token="good" lang="ru"></artel-claim>')
  await field().fill(CODE)
  await field().press('Enter')
  await expect.poll(problem).toBe('Слишком много попыток. Подождите 42 секунды.')
  const sent = claims().length
  for (const [text, words] of [
    ['https://blesk.example/', 'Это не код начисления.'],
    ['', 'Сначала введите код.'],
  ] as const) {
    await field().fill(text)
    await field().press('Enter')
    await expect.poll(problem).toContain(words)
  }
  expect(claims()).toHaveLength(sent)
})

test("a till's receipt goes to its member, whose word it waits for; nothing is told to be earned", async () => {
  await shop.open('<artel-claim API token="good" lang="ru"></artel-claim>')
  await expect.poll(() => shop.state('artel-claim')).toBe('ready')
  await listen()
  const receipt = 't=20261201T1158&s=1500.00&fn=9960440300000000&i=1&fp=2&n=1'
  await field().fill(`https://receipt.example/check?${receipt}#top`)
  await field().press('Enter')
  await expect.poll(result).toContain('Чек отправлен: Motor Yard')
  expect(await result()).toContain('Баллы придут, когда партнёр его подтвердит, до 15 декабря.')
  const sent = () => shop.api.calls.filter(({ operation }) => operation === 'OwnReceiptClaimMake')
  expect(sent().map(({ variables }) => variables.input)).toEqual([
    { receipt, idempotencyKey: expect.stringMatching(/^[\w-]{20,64}$/) },
  ])
  expect([await details(), claims()]).toEqual([[], []])
  await shop.page.keyboard.press('Enter')
  for (const [bar, words] of [
    ['NOT_A_SALE', 'Это не чек покупки.'],
    ['UNKNOWN_TILL', 'не у партнёра'],
    ['TOO_OLD', 'слишком старый'],
    ['RECORDED', 'уже начислены'],
    ['CONFIRMED', 'уже учтён.'],
    ['CLAIMED', 'вы уже отправили'],
    ['TOO_MANY', 'ещё ждут ответа'],
    ['DECLINED', 'не принял'],
    ['EXPIRED', 'не ответил вовремя'],
  ] as const) {
    shop.api.receiptBar = bar
    await field().fill(receipt)
    await field().press('Enter')
    await expect.poll(problem).toContain(words)
  }
})

test('an offline page and a token that has ended are said', async () => {
  await shop.open('<artel-claim API token="good"></artel-claim><artel-claim API id="stranger"></artel-claim>')
  await expect.poll(() => shop.state('artel-claim')).toBe('ready')
  await expect.poll(() => shop.state('#stranger')).toBe('signed-out')
  await field().first().fill(CODE)
  await shop.context.setOffline(true)
  await field().first().press('Enter')
  await expect.poll(() => problem()).toContain('You are offline.')
  await shop.context.setOffline(false)
  shop.api.goodTokens.clear()
  await field().first().press('Enter')
  await expect.poll(() => shop.state('artel-claim')).toBe('signed-out')
})

test('who signs in without a reload has the field after `retry`, without a wallet on the page too', async () => {
  shop.server.tokens = [401]
  await shop.open('<artel-claim API token-endpoint="/token"></artel-claim>')
  await expect.poll(() => shop.state('artel-claim')).toBe('signed-out')
  shop.server.tokens = ['good']
  await element().evaluate((claim) => (claim as HTMLElement & { retry(): void }).retry())
  await expect.poll(() => shop.state('artel-claim')).toBe('ready')
})

const retry = () => element().evaluate((claim) => (claim as HTMLElement & { retry(): void }).retry())
const anna = customerToken(600, 'anna')
const boris = customerToken(600, 'boris')
/** Opens a page of Anna's, whose token nobody takes back. */
const openAsAnna = async (body: string) => {
  for (const token of [anna, boris]) shop.api.goodTokens.add(token)
  shop.server.tokens = [anna]
  await shop.open(body)
  await expect.poll(() => shop.state('artel-claim')).toBe('ready')
}
const signInBoris = () => {
  shop.server.tokens = [boris]
  Object.assign(shop.api.account, { id: 'cus_2', name: 'Boris', available: 10n, moves: 0 })
}

test('a code goes to the customer who signed in last, though the token of the one before is good yet', async () => {
  await openAsAnna('<artel-claim API token-endpoint="/token"></artel-claim>')
  shop.server.tokens = [401]
  await retry()
  await expect.poll(() => shop.state('artel-claim')).toBe('signed-out')
  signInBoris()
  await retry()
  await expect.poll(() => shop.state('artel-claim')).toBe('ready')
  await field().fill(CODE)
  await field().press('Enter')
  await expect.poll(result).toContain('50 points earned')
  expect(claims().map(({ token }) => token)).toEqual([boris])
  expect(shop.operations()).not.toContain('WidgetAccount')
})

test('another customer finds nothing of the one before: neither result nor balance nor what was typed', async () => {
  const wallet = shop.page.locator('artel-wallet')
  await openAsAnna(
    '<artel-wallet API token-endpoint="/token"></artel-wallet><artel-claim API token-endpoint="/token"></artel-claim>',
  )
  await expect.poll(() => shop.state('artel-wallet')).toBe('ready')
  await field().fill(CODE)
  await field().press('Enter')
  await expect.poll(result).toContain('1,772')
  signInBoris()
  // The wallet is told; the others hear of it.
  await wallet.evaluate((one) => (one as HTMLElement & { retry(): void }).retry())
  await expect.poll(() => element().locator('[part=result]').count()).toBe(0)
  await expect.poll(() => shop.state('artel-claim')).toBe('ready')
  expect(await field().inputValue()).toBe('')
  await field().fill('half of a code')
  shop.server.tokens = [anna]
  Object.assign(shop.api.account, { id: 'cus_1' })
  await retry()
  await expect.poll(() => field().inputValue()).toBe('')
})
