import { rmSync } from 'node:fs'
import { launchBrowser } from '@artel/test-browser'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { buildPortal } from './build-portal.ts'
import { DESK } from './look-over.ts'
import { openPortal, PASSWORD, type PortalWorld } from './portal-world.ts'

/** Where stories play: one town for a file, a browser of its own for each story. Looked up when a story runs. */
export interface Stage {
  readonly world: PortalWorld
  readonly context: BrowserContext
  readonly page: Page
  readonly signIn: (email: string) => Promise<void>
  readonly customerField: () => Locator
  readonly salesOf: (receiptRef?: string) => Promise<number>
}

/** Sets the stage for the stories of a file. A story fails as well where its page complained: a refused style or script is one. */
export function setStage(): Stage {
  let portalDir: string
  let browser: Browser
  let [world, context, page, complaints] = [] as unknown as [PortalWorld, BrowserContext, Page, string[]]
  beforeAll(async () => {
    portalDir = await buildPortal()
    world = await openPortal(portalDir)
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await world?.stop()
    if (portalDir) rmSync(portalDir, { recursive: true })
  })
  beforeEach(async () => {
    context = await browser.newContext({ viewport: DESK, locale: 'ru-RU' })
    page = await context.newPage()
    // A busy machine is several times slower: only what hangs may end here.
    complaints = []
    page.on('console', (message) => {
      if (message.type() === 'error' && !/net::ERR|status of 4/.test(message.text()))
        complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
  })
  afterEach(async () => {
    await context.close()
    expect(complaints).toEqual([])
  })
  return {
    get world() {
      return world
    },
    get context() {
      return context
    },
    get page() {
      return page
    },
    signIn: async (email) => {
      await page.goto(`${world.url}/portal/`)
      await page.getByLabel('Почта').fill(email)
      await page.getByLabel('Пароль', { exact: true }).fill(PASSWORD)
      await page.keyboard.press('Enter')
    },
    customerField: () => page.getByLabel('Карта или телефон покупателя'),
    salesOf: (receiptRef) =>
      world.town.store.prisma.purchase.count({
        where: { coalitionId: world.town.id, ...(receiptRef ? { receiptRef } : {}) },
      }),
  }
}
