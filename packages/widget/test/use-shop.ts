import { launchBrowser } from '@artel/test-browser'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { type ContractServer, serveContract } from './serve-contract.ts'
import { type PageServer, servePage } from './serve-page.ts'

/** A partner's site in a real browser, with an API behind it. Each test has its own API and its own browser context. */
export interface Shop {
  readonly page: Page
  readonly context: BrowserContext
  readonly server: PageServer
  readonly api: ContractServer
  /** Opens a page with this body, in which `API` stands for the attribute with the address of the API. */
  open(body: string): Promise<void>
  /** What the first element of this tag shows. */
  state(tag: string): Promise<string | null>
  /** Names of the operations that the API has answered. */
  operations(): string[]
  /** How often the account was read: what it brings along, such as vouchers, is read beside it when its module is there. */
  accountReads(): number
}

/** Registers the hooks that start and stop the site; after each test its policy must not have been violated. */
export function useShop(viewport: { readonly width: number; readonly height: number }): Shop {
  let browser: Browser
  let server: PageServer
  let api: ContractServer
  let context: BrowserContext
  let page: Page
  beforeAll(async () => {
    server = await servePage()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })
  beforeEach(async () => {
    api = await serveContract()
    server.tokens = []
    server.tokenRequests.length = 0
    server.violations.length = 0
    context = await browser.newContext({ viewport })
    page = await context.newPage()
  })
  afterEach(async () => {
    await context.close()
    await api.close()
    expect(server.violations).toEqual([])
  })
  return {
    get page() {
      return page
    },
    get context() {
      return context
    },
    get server() {
      return server
    },
    get api() {
      return api
    },
    async open(body) {
      await page.goto(server.page(body.replaceAll('API', `api="${api.url}"`), { api: api.url }))
    },
    state: (tag) => page.locator(tag).first().getAttribute('data-state'),
    operations: () => api.calls.map(({ operation }) => operation),
    accountReads: () => api.calls.filter(({ operation }) => operation === 'WidgetAccount').length,
  }
}
