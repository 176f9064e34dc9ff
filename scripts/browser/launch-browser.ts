import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as driver } from 'playwright-core'

/** Flags that keep a test browser from talking to anybody but the pages under test. */
const quietFlags = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** Half a minute, the driver's own default, is a timing asserted on a busy machine. */
const PATIENCE_MS = 300_000

const installedNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']

const macPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * Starts a headless Chromium for tests and screenshots: the one named by `CHROME_PATH`, else an installed one,
 * else the one that comes with the `@sparticuz/chromium` package (Linux x64). Throws with the way out when there
 * is none. The caller closes it.
 */
export async function launchBrowser(): Promise<Browser> {
  const installed = installedBrowser()
  if (installed !== undefined) {
    return patient(await driver.launch({ executablePath: installed, args: quietFlags, headless: true }))
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium found. Install Chrome or Chromium, or set CHROME_PATH to its executable.')
  }
  // The packaged build is a headless shell; its own flags (single process, software GL) are what it is tested with.
  chromium.setGraphicsMode = false
  return patient(
    await driver.launch({
      executablePath: await chromium.executablePath(),
      args: [...quietFlags, '--disable-dev-shm-usage', '--font-render-hinting=none'],
      headless: true,
    }),
  )
}

/** Its contexts, and the pages that make one of their own, wait as long as a machine that is busy with other work needs. */
function patient(browser: Browser): Browser {
  browser.on('context', (context) => context.setDefaultTimeout(PATIENCE_MS))
  return browser
}

/** Path of the browser to prefer, or undefined when none is installed. A wrong `CHROME_PATH` is an error, not a hint. */
function installedBrowser(): string | undefined {
  const named = process.env.CHROME_PATH
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, which does not exist.`)
    return named
  }
  if (process.platform === 'win32') return undefined
  return macPaths.find((path) => existsSync(path)) ?? installedNames.map(whereIs).find((path) => path !== '')
}

function whereIs(name: string): string {
  try {
    return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return '' // not installed: the next name is tried
  }
}
