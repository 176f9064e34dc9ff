import { sendNotFound } from '../http/send-json.ts'
import type { Route } from './routes.ts'

/** Finds the route of a request: the exact path first, then the paths that end in `*`, in their order. */
export type FindRoute = (path: string, method: string | undefined) => Route

/** What answers a path, or a method of a path, that is in no row. */
const NOT_FOUND: Route = {
  path: '*',
  methods: [],
  otherMethods: 405,
  callers: 'everybody',
  answer: async ({ response }) => sendNotFound(response),
}

/** Makes the lookup in a route table. It always finds a route; for unknown paths one that answers 404. */
export function makeFindRoute(routes: readonly Route[]): FindRoute {
  const exact = new Map(routes.map((route) => [route.path, route]))
  const below = routes
    .filter(({ path }) => path.endsWith('*'))
    .map((route) => ({ route, prefix: route.path.slice(0, -1) }))
  return (path, method = 'GET') => {
    const route = exact.get(path) ?? below.find(({ prefix }) => path.startsWith(prefix))?.route ?? NOT_FOUND
    return route.methods.includes(method) || route.otherMethods === 405 ? route : NOT_FOUND
  }
}
