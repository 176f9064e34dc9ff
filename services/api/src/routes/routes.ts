import { fileURLToPath } from 'node:url'
import type { Store } from '@artel/store'
import type { Denials } from '../audit/denials.ts'
import type { ApiConfig } from '../config.ts'
import type { AuthenticateRequest } from '../http/authenticate-request.ts'
import { clientAddress } from '../http/client-address.ts'
import type { Exchange } from '../http/exchange.ts'
import {
  CUSTOMER_WORKER_HEADERS,
  GRAPHIQL_HEADERS,
  PORTAL_FILE_HEADERS,
  widgetHeaders,
} from '../http/security-headers.ts'
import type { Limits } from '../limits/make-limits.ts'
import type { ApiMetrics } from '../metrics/api-metrics.ts'
import { answerDocument } from './answer-document.ts'
import { answerEarnCode } from './answer-earn-code.ts'
import { answerExport } from './answer-export.ts'
import { answerMetrics } from './answer-metrics.ts'
import { answerTokenKeys } from './answer-token-keys.ts'
import { answerVisit, type VisitDesk } from './answer-visit.ts'
import { answerHealth, answerReadiness } from './health.ts'
import { sendErrorPage, sendHomePage } from './pages.ts'
import { answerImportErrors, receiveImport } from './receive-import.ts'
import { receiveSales } from './receive-sales.ts'
import { sendCustomerPage } from './send-customer-page.ts'
import { sendOnToPortal, sendPortal } from './send-portal.ts'
import { type FileRoot, serveFile } from './serve-files.ts'
import { makeAuthenticated } from './visitor.ts'

/**
 * Who may call a route.
 * - `everybody`: credentials are not read.
 * - `scrapers`: whoever sends the token of the metrics; see `answerMetrics`.
 * - `principals`: whoever authenticates; without credentials the answer is 401.
 * - `by field`: every field of GraphQL has a rule of its own in `auth/access.ts`.
 */
export type Callers = 'everybody' | 'scrapers' | 'principals' | 'by field'

/** A row of the route table. */
export interface Route {
  /** One path, or with `*` at its end every path that begins so. */
  readonly path: string
  readonly methods: readonly string[]
  /** The status for any other method: 404 as for an unknown path, or 405, which the route itself answers. */
  readonly otherMethods: 404 | 405
  readonly callers: Callers
  readonly answer: (exchange: Exchange) => Promise<void>
}

/** What the routes are made of. */
export interface RoutesOptions {
  readonly store: Store
  readonly config: ApiConfig
  readonly metrics: ApiMetrics
  readonly authenticate: AuthenticateRequest
  readonly answerGraphql: (exchange: Exchange) => Promise<void>
  readonly isDraining: () => boolean
  readonly limits: Limits
  readonly denials: Pick<Denials, 'note'>
  readonly visits: Pick<VisitDesk, 'findLink' | 'hashVisit' | 'boundClicks' | 'clicks' | 'log'>
}

/** What an answer costs that is no GraphQL: a document is rendered, a file of up to a million sales is compared. */
const DOCUMENT_COST = 50
const SALES_FILE_COST = 1_000

const PAGE = { methods: ['GET', 'HEAD'], otherMethods: 404, callers: 'everybody' } as const
const DOCUMENT = { methods: ['GET'], otherMethods: 405, callers: 'principals' } as const

/** Makes the route table: every path that the API serves, with its methods, its callers and its handler. */
export function makeRoutes(options: RoutesOptions): readonly Route[] {
  const { store, config, metrics, answerGraphql, isDraining, limits } = options
  const { widget, packages, portal, graphiql } = fileRoots(config)
  const { metricsToken: token, production } = config
  const authenticated = makeAuthenticated(options)
  const document = authenticated(DOCUMENT_COST, (exchange, visitor) =>
    answerDocument(exchange, visitor, config.sessionKey),
  )
  return [
    {
      path: '/graphql',
      methods: ['GET', 'POST', 'OPTIONS'],
      otherMethods: 405,
      callers: 'by field',
      answer: answerGraphql,
    },
    { ...DOCUMENT, path: '/statements/*', answer: document },
    { ...DOCUMENT, path: '/payment-orders/*', answer: document },
    {
      ...DOCUMENT,
      path: '/exports/*',
      // Its address is what opens it.
      callers: 'everybody',
      answer: async (exchange) => {
        const address = clientAddress(exchange.request, config)
        await limits.spendingOf({ kind: 'anonymous' }, address).pay(DOCUMENT_COST)
        await answerExport(exchange, store, config.sessionKey)
      },
    },
    ...fileRoutes(authenticated),
    {
      ...PAGE,
      path: '/members/*',
      answer: async (exchange) => {
        await limits.spendingOf({ kind: 'anonymous' }, clientAddress(exchange.request, config)).pay(1)
        await answerTokenKeys(exchange, store)
      },
    },
    ...codeRoutes(options),
    {
      ...PAGE,
      path: '/metrics',
      callers: 'scrapers',
      answer: (exchange) => answerMetrics(exchange, { registry: metrics.registry, token, production }),
    },
    { ...PAGE, path: '/healthz', answer: async ({ response }) => answerHealth(response) },
    {
      ...PAGE,
      path: '/readyz',
      answer: ({ response }) => answerReadiness(response, { store, draining: isDraining() }),
    },
    {
      ...PAGE,
      path: '/',
      answer: async ({ response }) =>
        sendHomePage(response, { hasWidget: widget !== null, hasPackages: packages !== null }),
    },
    { ...PAGE, path: '/errors', answer: async (exchange) => sendErrorPage(exchange) },
    { ...PAGE, path: '/widget/*', answer: (exchange) => serveFile(exchange, widget) },
    { ...PAGE, path: '/packages/*', answer: (exchange) => serveFile(exchange, packages) },
    ...portalRoutes(config.portalDir, portal),
    ...customerPageRoutes(options),
    { ...PAGE, path: '/graphiql', answer: (exchange) => serveFile(exchange, graphiql, 'index.html') },
    { ...PAGE, path: '/graphiql/*', answer: (exchange) => serveFile(exchange, graphiql) },
  ]
}

/** Files that members hand in, and what is said of them. */
const fileRoutes = (authenticated: ReturnType<typeof makeAuthenticated>): Route[] => [
  {
    ...DOCUMENT,
    path: '/reconciliations',
    methods: ['POST'],
    answer: authenticated(SALES_FILE_COST, receiveSales),
  },
  {
    ...DOCUMENT,
    path: '/imports',
    methods: ['POST'],
    answer: authenticated(SALES_FILE_COST, receiveImport),
  },
  { ...DOCUMENT, path: '/imports/*', answer: authenticated(DOCUMENT_COST, answerImportErrors) },
]

/** Where codes lead that are printed or told: links that bring a customer, and earn codes. */
function codeRoutes({ config, limits, store, visits }: RoutesOptions): Route[] {
  return [
    {
      ...PAGE,
      path: '/r/*',
      answer: (exchange) =>
        answerVisit(exchange, {
          ...visits,
          addressSource: config,
          payForUnknown: limits.codes.wereUnknown,
        }),
    },
    {
      ...PAGE,
      path: '/earn/*',
      answer: async (exchange) => {
        const address = clientAddress(exchange.request, config)
        await limits.spendingOf({ kind: 'anonymous' }, address).pay(1)
        await answerEarnCode(exchange, {
          store,
          door: config,
          payForUnknown: () => limits.codes.wereUnknown(address),
        })
      },
    },
  ]
}

/** The portal's files, its page at every other address below /portal, and where the links of letters lead. */
function portalRoutes(directory: string | null, files: FileRoot | null): Route[] {
  const page = (exchange: Exchange) => sendPortal(exchange, directory)
  return [
    { ...PAGE, path: '/portal/assets/*', answer: (exchange) => serveFile(exchange, files) },
    { ...PAGE, path: '/portal', answer: page },
    { ...PAGE, path: '/portal/*', answer: page },
    { ...PAGE, path: '/sign-in', answer: async (exchange) => sendOnToPortal(exchange, 'sign-in') },
    { ...PAGE, path: '/invitation', answer: async (exchange) => sendOnToPortal(exchange, 'invitation') },
  ]
}

/** The page of a coalition's customers, and its files below /c/-/, which no coalition is called. */
function customerPageRoutes({ config, limits, store }: RoutesOptions): Route[] {
  const { pageDir: directory } = config
  const files = (headers: FileRoot['headers'], prefix = '/c/-/'): FileRoot | null =>
    directory === null ? null : { directory, prefix, headers }
  const [assets, others] = [files(PORTAL_FILE_HEADERS), files(CUSTOMER_WORKER_HEADERS)]
  return [
    { ...PAGE, path: '/c/-/assets/*', answer: (exchange) => serveFile(exchange, assets) },
    { ...PAGE, path: '/c/-/*', answer: (exchange) => serveFile(exchange, others) },
    {
      ...PAGE,
      path: '/c/*',
      answer: async (exchange) => {
        const address = clientAddress(exchange.request, config)
        await limits.spendingOf({ kind: 'anonymous' }, address).pay(1)
        const payForUnknown = () => limits.codes.wereUnknown(address)
        await sendCustomerPage(exchange, { store, directory, payForUnknown })
      },
    },
  ]
}

function fileRoots({ widgetDir, packagesDir, portalDir, production }: ApiConfig) {
  const headers = widgetHeaders({ production })
  const open = (directory: string | null, prefix: string): FileRoot | null =>
    directory === null ? null : { directory, prefix, headers }
  return {
    widget: open(widgetDir, '/widget/'),
    packages: open(packagesDir, '/packages/'),
    portal:
      portalDir === null ? null : { directory: portalDir, prefix: '/portal/', headers: PORTAL_FILE_HEADERS },
    graphiql: {
      directory: fileURLToPath(new URL('../../dist/graphiql', import.meta.url)),
      prefix: '/graphiql/',
      headers: GRAPHIQL_HEADERS,
    },
  }
}
