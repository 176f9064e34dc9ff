import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { readApprovalsSearch } from './approvals/approvals-search.ts'
import { readConnectSearch } from './connect/connect-search.ts'
import { readCustomersSearch } from './customers/customers-search.ts'
import { readFiguresSearch } from './figures/figures-search.ts'
import { readBothWaysSearch, readPageSearch } from './list/page-search.ts'
import { readPaymentsSearch } from './payments/payments-search.ts'
import { FirstPlace } from './place/first-place.tsx'
import { PlaceGate } from './place/place-gate.tsx'
import { readReceiptsSearch } from './receipts/receipts-search.ts'
import { readSalesSearch } from './sales/sales-search.ts'
import { NotFoundScreen } from './shell/not-found.tsx'
import { Waiting } from './shell/waiting.tsx'
import { readTillSearch } from './till/till-search.ts'
import { withWords } from './words/start-words.ts'

/**
 * Every screen is a module of its own, loaded when it is opened. A card of something else is another card (`remountDeps`): nothing that was
 * typed or answered on the one is shown on the other.
 */
const rootRoute = createRootRoute({ notFoundComponent: NotFoundScreen })

const indexRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', component: FirstPlace })
const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  // Only an address of the portal is gone on to.
  validateSearch: ({ next }: Record<string, unknown>): { next?: string } =>
    typeof next === 'string' && /^\/(?!\/)/.test(next)
      ? { next: next.replace(/^\/portal(?=\/|$)/, '') || '/' }
      : {},
  component: lazyRouteComponent(() => import('./session/sign-in-screen.tsx')),
})
const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./session/invitation-screen.tsx')),
})
const placesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/places',
  component: lazyRouteComponent(() => import('./place/places-screen.tsx')),
})
const lastTillRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/till',
  component: lazyRouteComponent(() => import('./till/last-till.tsx')),
})
const placeRoute = createRoute({ getParentRoute: () => rootRoute, path: '/$place', component: PlaceGate })
const tillRoute = createRoute({
  getParentRoute: () => placeRoute,
  path: '/till',
  validateSearch: readTillSearch,
  component: lazyRouteComponent(() => import('./till/till-screen.tsx')),
})
const shellRoute = createRoute({
  getParentRoute: () => placeRoute,
  id: 'shell',
  component: lazyRouteComponent(() => withWords(['desk'], () => import('./shell/shell-screen.tsx'))),
})
const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  component: lazyRouteComponent(() =>
    withWords(['coalition', 'home', 'sales'], () => import('./home/home-screen.tsx')),
  ),
})
const salesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sales',
  validateSearch: readSalesSearch,
  component: lazyRouteComponent(() => withWords(['sales'], () => import('./sales/sales-screen.tsx'))),
})
const saleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sales/$sale',
  remountDeps: ({ params }) => params,
  component: lazyRouteComponent(() => withWords(['sales'], () => import('./sales/sale-screen.tsx'))),
})
const statementsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/statements',
  validateSearch: ({ after }: Record<string, unknown>): { after?: string } =>
    typeof after === 'string' ? { after } : {},
  component: lazyRouteComponent(() =>
    withWords(['coalition'], () => import('./statements/statements-screen.tsx')),
  ),
})
const statementRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/statements/$statement',
  remountDeps: ({ params }) => params,
  validateSearch: readPageSearch,
  component: lazyRouteComponent(() =>
    withWords(['coalition'], () => import('./settlement/statement-screen.tsx')),
  ),
})
const windowsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/windows',
  validateSearch: readPageSearch,
  component: lazyRouteComponent(() =>
    withWords(['coalition'], () => import('./settlement/windows-screen.tsx')),
  ),
})
const windowRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/windows/$window',
  remountDeps: ({ params }) => params,
  component: lazyRouteComponent(() =>
    withWords(['coalition'], () => import('./settlement/window-screen.tsx')),
  ),
})
const paymentsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/payments',
  validateSearch: readPaymentsSearch,
  component: lazyRouteComponent(() =>
    withWords(['coalition'], () => import('./payments/payments-screen.tsx')),
  ),
})
const proofRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/proof',
  component: lazyRouteComponent(() =>
    withWords(['coalition', 'people'], () => import('./proof/proof-screen.tsx')),
  ),
})
const membersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/members',
  validateSearch: readPageSearch,
  component: lazyRouteComponent(() =>
    withWords(['coalition', 'people'], () => import('./members/members-screen.tsx')),
  ),
})
const memberRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/members/$member',
  remountDeps: ({ params }) => params,
  component: lazyRouteComponent(() =>
    withWords(['coalition', 'people', 'home'], () => import('./members/member-screen.tsx')),
  ),
})
const customersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers',
  validateSearch: readCustomersSearch,
  component: lazyRouteComponent(() =>
    withWords(['coalition', 'people'], () => import('./customers/customers-screen.tsx')),
  ),
})
const customerRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/customers/$customer',
  remountDeps: ({ params }) => params,
  validateSearch: readPageSearch,
  component: lazyRouteComponent(() => withWords(['people'], () => import('./customers/customer-screen.tsx'))),
})
const rulesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rules',
  validateSearch: readPageSearch,
  component: lazyRouteComponent(() => withWords(['people'], () => import('./rules/rules-screen.tsx'))),
})
const newRuleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rules/new',
  component: lazyRouteComponent(() => withWords(['people'], () => import('./rules/new-rule-screen.tsx'))),
})
const ruleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/rules/$rule',
  remountDeps: ({ params }) => params,
  component: lazyRouteComponent(() => withWords(['people'], () => import('./rules/rule-screen.tsx'))),
})
const figuresRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/figures',
  validateSearch: readFiguresSearch,
  component: lazyRouteComponent(() =>
    withWords(['coalition', 'people', 'home'], () => import('./figures/figures-screen.tsx')),
  ),
})
const connectRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/connect',
  validateSearch: readConnectSearch,
  component: lazyRouteComponent(() => withWords(['connect'], () => import('./connect/connect-screen.tsx'))),
})
const approvalsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/approvals',
  validateSearch: readApprovalsSearch,
  component: lazyRouteComponent(() => withWords(['work'], () => import('./approvals/approvals-screen.tsx'))),
})
const receiptsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/receipts',
  validateSearch: readReceiptsSearch,
  component: lazyRouteComponent(() => withWords(['work'], () => import('./receipts/receipts-screen.tsx'))),
})
const exportsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/exports',
  validateSearch: readBothWaysSearch,
  component: lazyRouteComponent(() => withWords(['work'], () => import('./exports/exports-screen.tsx'))),
})

const tree = rootRoute.addChildren([
  indexRoute,
  signInRoute,
  invitationRoute,
  placesRoute,
  lastTillRoute,
  placeRoute.addChildren([
    tillRoute,
    shellRoute.addChildren([
      ...[homeRoute, salesRoute, saleRoute, statementsRoute, statementRoute],
      ...[windowsRoute, windowRoute, paymentsRoute, proofRoute],
      ...[membersRoute, memberRoute, customersRoute, customerRoute],
      ...[rulesRoute, newRuleRoute, ruleRoute, figuresRoute],
      ...[connectRoute, approvalsRoute, receiptsRoute, exportsRoute],
    ]),
  ]),
])

/** The addresses of the portal, below /portal. */
export const router = createRouter({
  routeTree: tree,
  basepath: '/portal',
  defaultPreload: 'intent',
  defaultPendingComponent: Waiting,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    readonly router: typeof router
  }
}
