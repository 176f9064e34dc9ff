import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchBrowser } from '@artel/test-browser'
import type { Page } from 'playwright-core'

/**
 * Runs `work` on a page of a real browser. When it fails, the message says where a screenshot lies; an exception that a
 * page threw by itself is a failure too.
 */
export async function browse<T>(work: (page: Page) => Promise<T>): Promise<T> {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ locale: 'en', viewport: { width: 1200, height: 900 } })
    const thrown: string[] = []
    page.on('pageerror', (error) => thrown.push(error.message))
    try {
      const result = await work(page)
      if (thrown.length > 0) throw new Error(`the page threw: ${thrown.join('; ')}`)
      return result
    } catch (error) {
      throw await withScreenshot(error, page)
    }
  } finally {
    await browser.close()
  }
}

async function withScreenshot(error: unknown, page: Page): Promise<Error> {
  const path = join(mkdtempSync(join(tmpdir(), 'artel-check-failed-')), 'page.png')
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
  const shown = await page.screenshot({ path, fullPage: true }).then(
    () => `, screenshot ${path}`,
    () => '', // the browser itself is gone: the error says so
  )
  return new Error(`${message} (at ${page.url()}${shown})`, { cause: error })
}
