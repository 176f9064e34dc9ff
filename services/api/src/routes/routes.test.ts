import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NO_DENIALS } from '../audit/denials.ts'
import { completeConfig } from '../config.ts'
import { explainedCodes } from '../errors/explained-codes.ts'
import { makeAdmission } from '../http/admission.ts'
import { makeAuthenticateAgain, makeAuthenticateRequest } from '../http/authenticate-request.ts'
import { makeStaffDesk } from '../http/staff-desk.ts'
import { makeLimits } from '../limits/make-limits.ts'
import { makeFeed } from '../live/feed.ts'
import { makeStreams } from '../live/streams.ts'
import { makeApiMetrics } from '../metrics/api-metrics.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { makeFindLink } from '../visits/find-link.ts'
import { makeHashVisits } from '../visits/hash-visits.ts'
import { makeAnswerGraphql } from './answer-graphql.ts'
import { type Callers, makeRoutes, type Route } from './routes.ts'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

let api: TestApi
/** The table that `api` serves, rebuilt from the same parts. */
let routes: readonly Route[]
beforeAll(async () => {
  api = await startTestApi({ production: true, metricsToken: 'token of the scraper' })
  const { store } = api
  const config = completeConfig({}, api.url)
  const desk = makeStaffDesk(config)
  const log = pino({ level: 'silent' })
  const metrics = makeApiMetrics()
  const denials = NO_DENIALS
  const limits = makeLimits({ store, config, log, metrics, denials })
  const { credentials } = limits
  const authenticate = makeAuthenticateRequest({
    store,
    config,
    cookie: desk.cookies.session,
    credentials,
    denials,
  })
  const admission = makeAdmission(1)
  const streams = makeStreams({
    ...{ metrics, max: 1, maxPerCustomer: 1, maxPerCaller: 1, maxPerAddress: 1, heartbeatEveryMs: 15_000 },
  })
  const answerGraphql = makeAnswerGraphql({
    ...{ store, config, log, authenticate, admission, desk, limits, denials, metrics, streams },
    later: () => undefined,
    feed: makeFeed({ store, log, lookEveryMs: 200 }),
    authenticateAgain: makeAuthenticateAgain({ store, config, cookie: desk.cookies.session }),
  })
  const isDraining = () => false
  const clicks = { add: () => false }
  const visits = {
    ...{ findLink: makeFindLink(store), hashVisit: makeHashVisits(store) },
    ...{ boundClicks: () => true, clicks, log },
  }
  routes = makeRoutes({
    ...{ store, config, metrics, authenticate, answerGraphql, isDraining, limits, denials, visits },
  })
})
afterAll(() => api.stop())

const statusOf = async ({ path }: Route, method: string): Promise<number> => {
  const response = await fetch(`${api.url}${path.replace('*', 'nothing')}`, { method })
  await response.arrayBuffer()
  return response.status
}

/** Asks for every route with these methods and returns the responses that are not as expected. */
async function surprises(
  methodsOf: (route: Route) => readonly string[],
  isExpected: (status: number, route: Route, method: string) => boolean,
): Promise<string[]> {
  const found: string[] = []
  for (const route of routes) {
    for (const method of methodsOf(route)) {
      const status = await statusOf(route, method)
      if (!isExpected(status, route, method)) found.push(`${method} ${route.path} answered ${status}`)
    }
  }
  return found
}

test('a route answers the methods of its row, and any other with the status of its row', async () => {
  const isExpected = (status: number, { methods, otherMethods }: Route, method: string) =>
    methods.includes(method) ? status !== 405 : status === otherMethods
  expect(await surprises(() => METHODS, isExpected)).toEqual([])
})

test('a route refuses anonymous callers where its row leaves them out, and nowhere else', async () => {
  const open = (status: number) => status !== 401 && status !== 403
  const isExpected: Record<Callers, (status: number) => boolean> = {
    everybody: open,
    'by field': open,
    principals: (status) => status === 401,
    scrapers: (status) => status === 404,
  }
  expect(
    await surprises(
      ({ methods }) => methods,
      (status, { callers }) => isExpected[callers](status),
    ),
  ).toEqual([])
})

test('a path in no row is not found, whatever the method', async () => {
  for (const path of [
    '/nothing',
    '/graphql/',
    '/graphql/health',
    '/statements',
    '/healthz/',
    '/GRAPHQL',
    '//',
  ]) {
    for (const method of ['GET', 'POST']) {
      expect([path, (await fetch(`${api.url}${path}`, { method })).status]).toEqual([path, 404])
    }
  }
})

describe('pages', () => {
  test('/ links to everything that is there', async () => {
    const linksOf = (html: string) => Array.from(html.matchAll(/href="([^"]+)"/g), ([, href]) => href)
    const html = await (await fetch(`${api.url}/`)).text()
    const always = ['/graphiql', '/graphql', '/errors', '/healthz', '/readyz']
    expect(linksOf(html)).toEqual(always)
    const serving = await startTestApi({ widgetDir: import.meta.dirname, packagesDir: import.meta.dirname })
    const links = linksOf(await (await fetch(`${serving.url}/`)).text())
    await serving.stop()
    expect(links).toEqual(expect.arrayContaining([...always, '/widget/playground.html', '/widget/artel.js']))
    expect(links).toEqual(expect.arrayContaining(['/packages/artel-sdk.tgz', '/packages/artel-widget.tgz']))
    // On the body alone it would turn the text light and leave the canvas white.
    expect(html).toContain(':root{color-scheme:light dark}')
  })

  test('/errors explains every code, under a strict policy', async () => {
    const response = await fetch(`${api.url}/errors`)
    const html = await response.text()
    for (const { code } of explainedCodes()) expect(html).toContain(`id="${code}"`)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  test.each([
    ['', 'ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
    ['', 'en-US,en;q=0.9,ru;q=0.8', 'en'],
    ['', 'rue', 'en'],
    ['?lang=en', 'ru', 'en'],
    ['?lang=ru', 'en', 'ru'],
    ['?lang=de', 'ru', 'ru'],
  ])('/errors%s of a browser that prefers %s is in %s', async (query, accepted, language) => {
    const page = await fetch(`${api.url}/errors${query}`, { headers: { 'accept-language': accepted } })
    expect(await page.text()).toContain(`<html lang="${language}">`)
    expect(page.headers.get('vary')).toContain('accept-language')
  })

  test.each(['/', '/errors', '/graphiql'])('%s may not be framed, guessed at or told of', async (path) => {
    const { headers } = await fetch(`${api.url}${path}`)
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(Object.fromEntries(headers)).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
  })
})
