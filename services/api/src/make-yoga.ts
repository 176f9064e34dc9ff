import { createRequire } from 'node:module'
import { createYoga } from 'graphql-yoga'
import type { Logger } from 'pino'
import type { Authentication } from './auth/authenticate.ts'
import type { ApiConfig } from './config.ts'
import type { ApiContext } from './context.ts'
import { schema } from './graphql/schema.ts'
import type { RequestFigures } from './metrics/api-metrics.ts'
import { useAuthentication } from './plugins/use-authentication.ts'
import { useBudget } from './plugins/use-budget.ts'
import { useCleanTexts } from './plugins/use-clean-texts.ts'
import { maskError, useErrorEnvelope } from './plugins/use-error-envelope.ts'
import { useFigures } from './plugins/use-figures.ts'
import { useGuards } from './plugins/use-guards.ts'
import { usePersistedOperations } from './plugins/use-persisted-operations.ts'
import { usePlainGraphql } from './plugins/use-plain-graphql.ts'
import { useReadableParams } from './plugins/use-readable-params.ts'
import { useStreams } from './plugins/use-streams.ts'

/** The context of a request, as plugins and resolvers see it. */
export type ServerContext = ApiContext & Authentication & { readonly figures: RequestFigures }

/** Makes the GraphQL engine: the schema and its plugins, without the HTTP features that the API provides itself. */
export function makeYoga({ config, log }: { readonly config: ApiConfig; readonly log: Logger }) {
  return createYoga<ServerContext>({
    schema,
    // Features that this API does not use: each would cost time or widen the attack surface.
    maxRequestBodySize: false,
    batching: false,
    graphiql: false,
    landingPage: false,
    cors: false,
    multipart: false,
    logging: false,
    healthCheckEndpoint: '/graphql/health',
    extraParamNames: ['documentId'],
    maskedErrors: { maskError },
    plugins: [
      useReadableParams(),
      useAuthentication(),
      useCleanTexts(),
      usePersistedOperations(persistedOperations()),
      useGuards({ production: config.production }),
      usePlainGraphql({ hideSuggestions: config.production }),
      useStreams({ hideSuggestions: config.production }),
      useBudget(),
      useErrorEnvelope(log),
      useFigures(),
    ],
  })
}

function persistedOperations(): ReadonlyMap<string, string> {
  const manifest: Record<string, string> = createRequire(import.meta.url)(
    '@artel/schema/persisted-operations.json',
  )
  return new Map(Object.entries(manifest))
}
