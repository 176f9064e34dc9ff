import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { Store } from '@artel/store'
import type { Logger } from 'pino'
import { makeAuthenticate } from './auth/authenticate.ts'
import type { ApiConfig } from './config.ts'
import { handleOf } from './context.ts'
import { isUnavailable } from './errors/is-unavailable.ts'
import { makeAdmission } from './http/admission.ts'
import { makeAllowedOrigins } from './http/allowed-origins.ts'
import { answerCors } from './http/cors.ts'
import { BodyAborted, BodyTooLarge, readBody } from './http/read-body.ts'
import { requestIdOf } from './http/request-id.ts'
import { sendAnswer } from './http/send-answer.ts'
import { makeLoaders } from './loaders/loaders.ts'
import { withoutRedaction } from './log.ts'
import { makeYoga, type ServerContext } from './make-yoga.ts'
import { type ApiMetrics, type RequestFigures, startFigures } from './metrics/api-metrics.ts'
import type { Authentication } from './plugins/use-authentication.ts'
import { answerDocument, isDocumentPath } from './routes/answer-document.ts'
import { answerMetrics } from './routes/answer-metrics.ts'
import { makeAnswerPost } from './routes/answer-post.ts'
import { answerHealth, answerReadiness, sendJson } from './routes/health.ts'
import { sendErrorPage, sendHomePage } from './routes/pages.ts'
import { RECONCILIATIONS_PATH, receiveSales } from './routes/receive-sales.ts'
import { type FileRoot, serveFile } from './routes/serve-files.ts'

export interface ApiOptions {
  readonly store: Store
  readonly config: ApiConfig
  readonly log: Logger
  readonly metrics: ApiMetrics
}

export interface Api {
  /** Serves one request of a node server. */
  readonly handler: RequestListener
  /** From now on /readyz answers 503 and connections are not kept alive. */
  drain(): void
}

/** Builds the API over an open store. Nothing listens yet: see `startApi`. */
export function createApi({ store, config, log, metrics }: ApiOptions): Api {
  const yoga = makeYoga({ config, log })
  const answerPost = makeAnswerPost<ServerContext>(yoga, log)
  const prove = makeProver({ store, config })
  const routes = makeRoutes({ store, config, metrics })
  const base = {
    store: handleOf(store),
    loaders: makeLoaders(store),
    errorDocsUrl: `${config.publicUrl}/errors`,
    sessionKey: { privateKey: config.sessionKey.privateKey, algorithm: config.sessionKey.algorithm },
  }
  const accessLog = withoutRedaction(log)
  const admission = makeAdmission(config.maxRequests)
  let draining = false

  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    { requestId, figures }: { requestId: string; figures: RequestFigures },
  ) => {
    const path = pathOf(request)
    if (isDocumentPath(path)) {
      const { principal, authenticationError } = await prove(request)
      // A proof that proves nothing is no proof; only a database that is away is told apart.
      if (isUnavailable(authenticationError)) throw authenticationError
      return answerDocument(request, response, { store, path, principal, requestId })
    }
    if (path === RECONCILIATIONS_PATH) {
      return receiveSales(request, response, { store, requestId, ...(await prove(request)) })
    }
    if (path !== '/graphql') return routes(request, response, { path, draining })
    response.setHeader('cache-control', 'no-store')
    response.setHeader('x-content-type-options', 'nosniff')
    if (await answerCors(request, response, routes.isAllowedOrigin)) return
    // Proven before Yoga is entered: a hook of its own that has to wait makes all the steps after it wait too.
    const [bodyText, proof] = await Promise.all([
      request.method === 'POST' ? readBody(request) : undefined,
      prove(request),
    ])
    // Field by field: a spread takes the engine's slow path, microseconds of every request.
    const context: ServerContext = {
      store: base.store,
      loaders: base.loaders,
      errorDocsUrl: base.errorDocsUrl,
      sessionKey: base.sessionKey,
      requestId,
      figures,
      idempotencyKeyHeader: headerOf(request, 'idempotency-key'),
      principal: proof.principal,
      authenticationError: proof.authenticationError,
    }
    if (bodyText === undefined)
      return sendAnswer(response, await yoga.handleNodeRequestAndResponse(request, response, context))
    const post = {
      bodyText,
      contentType: headerOf(request, 'content-type'),
      accept: headerOf(request, 'accept'),
    }
    await answerPost(response, post, context)
  }

  return {
    drain: () => {
      draining = true
    },
    handler: (request, response) => {
      const startedAt = performance.now()
      const requestId = requestIdOf(request.headers['x-request-id'])
      const figures = startFigures(pathOf(request))
      response.setHeader('x-request-id', requestId)
      if (draining) response.setHeader('connection', 'close')
      response.once('close', () => {
        // Kept alive, the connection would outlive the answer that it was kept for.
        if (draining) request.socket.end()
        const elapsedMs = performance.now() - startedAt
        const durationMs = Math.round(elapsedMs)
        metrics.requests.inc({ kind: figures.kind, code: figures.code ?? String(response.statusCode) })
        metrics.requestSeconds.observe({ kind: figures.kind }, elapsedMs / 1_000)
        accessLog.info(
          {
            requestId,
            method: request.method,
            path: pathOf(request),
            status: response.statusCode,
            durationMs,
          },
          'request',
        )
      })
      const begin = () => {
        answer(request, response, { requestId, figures }).catch((error: unknown) =>
          failed(error, { response, requestId, log }),
        )
      }
      if (isGraphql(request)) admission.admit({ response, requestId, begin })
      else begin()
    },
  }
}

function makeProver({ store, config }: Pick<ApiOptions, 'store' | 'config'>) {
  const authenticate = makeAuthenticate({
    store,
    operatorKey: config.operatorKey,
    session: config.sessionKey,
    ownOrigin: new URL(config.publicUrl).origin,
  })
  return async (request: IncomingMessage): Promise<Authentication> => {
    try {
      const credentials = {
        authorization: headerOf(request, 'authorization'),
        origin: headerOf(request, 'origin'),
      }
      return { principal: await authenticate(credentials) }
    } catch (error) {
      // Answered by Yoga, in the shape that the request asked for.
      return { principal: { kind: 'anonymous' }, authenticationError: error }
    }
  }
}

/** GraphiQL draws with inline styles; its scripts, fonts and workers are its own files. */
const GRAPHIQL_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

function makeRoutes({ store, config, metrics }: Omit<ApiOptions, 'log'>) {
  const widget: FileRoot | undefined =
    config.widgetDir === null
      ? undefined
      : {
          directory: config.widgetDir,
          headers: {
            'access-control-allow-origin': '*',
            'cross-origin-resource-policy': 'cross-origin',
            'cache-control': config.production ? 'public, max-age=3600' : 'no-cache',
          },
        }
  const graphiql: FileRoot = {
    directory: fileURLToPath(new URL('../dist/graphiql', import.meta.url)),
    headers: {
      'content-security-policy': GRAPHIQL_CSP,
      'cache-control': 'no-cache',
      'referrer-policy': 'no-referrer',
    },
  }
  const routes = async (
    request: IncomingMessage,
    response: ServerResponse,
    { path, draining }: { path: string; draining: boolean },
  ): Promise<void> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return sendNotFound(response)
    if (path === '/healthz') return answerHealth(response)
    if (path === '/readyz') return answerReadiness(response, { store, draining })
    if (path === '/metrics') {
      const { metricsToken: token, production } = config
      return answerMetrics(request, response, { registry: metrics.registry, token, production })
    }
    if (path === '/') return sendHomePage(response)
    if (path === '/errors') return sendErrorPage(response)
    const served =
      (await servedBelow('/widget/', widget, { request, response, path })) ||
      (await servedBelow('/graphiql/', graphiql, {
        request,
        response,
        path: path === '/graphiql' ? '/graphiql/index.html' : path,
      }))
    if (!served) sendNotFound(response)
  }
  return Object.assign(routes, { isAllowedOrigin: makeAllowedOrigins(store) })
}

async function servedBelow(
  prefix: string,
  root: FileRoot | undefined,
  { request, response, path }: { request: IncomingMessage; response: ServerResponse; path: string },
): Promise<boolean> {
  if (!root || !path.startsWith(prefix)) return false
  return serveFile(request, response, { root, path: path.slice(prefix.length) })
}

function sendNotFound(response: ServerResponse): void {
  sendJson(response, 404, { error: 'There is nothing here. The routes are listed at /.' })
}

const isGraphql = (request: IncomingMessage): boolean =>
  pathOf(request) === '/graphql' && request.method !== 'OPTIONS'

/** The path of a request as it was sent: not decoded, so that nothing hides in it. */
function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/'
}

function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name]
  return typeof value === 'string' ? value : null
}

/** Answers what failed before or beside GraphQL, in GraphQL's own shape. */
function failed(
  error: unknown,
  { response, requestId, log }: { response: ServerResponse; requestId: string; log: Logger },
): void {
  if (error instanceof BodyAborted || response.destroyed) return
  if (response.headersSent) {
    response.destroy()
    return
  }
  if (error instanceof BodyTooLarge) {
    // What is still coming is not read: the connection ends with the answer.
    response.setHeader('connection', 'close')
    sendJson(
      response,
      413,
      systemError('REQUEST_TOO_LARGE', 'The body is larger than 1 MB. Split the request.', requestId),
    )
    return
  }
  if (isUnavailable(error)) {
    response.setHeader('retry-after', '1')
    sendJson(
      response,
      503,
      systemError('UNAVAILABLE', 'The database cannot be reached just now. Retry.', requestId),
    )
    return
  }
  log.error({ requestId, err: error }, 'request failed')
  sendJson(
    response,
    500,
    systemError('INTERNAL_SERVER_ERROR', 'Something went wrong on our side.', requestId),
  )
}

function systemError(code: string, message: string, requestId: string) {
  return {
    errors: [{ message, extensions: { code, requestId, retryable: code !== 'REQUEST_TOO_LARGE' } }],
  }
}
