import type { Store } from '@artel/store'
import { createTestDatabase } from '@artel/store/testing'
import type { Message } from '@artel/use-cases'
import { keepingSender } from '@artel/use-cases/testing'
import { pino } from 'pino'
import type { ApiConfig } from '../config.ts'
import { LOG_OPTIONS } from '../log.ts'
import { startApi } from '../start-api.ts'

export const OPERATOR_KEY = 'operator-key-of-the-tests'

/** What a GraphQL answer looks like to a caller: whatever the document asked for. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is the document's
  readonly data: any
  readonly errors: readonly { message: string; path?: unknown[]; extensions: Record<string, unknown> }[]
}

export interface CallOptions {
  readonly key?: string
  readonly headers?: Record<string, string>
}

export interface TestApi {
  readonly url: string
  readonly databaseUrl: string
  readonly store: Store
  /** Lines of the log so far. */
  readonly logLines: readonly string[]
  /** What was sent to people so far, oldest first. */
  readonly messages: readonly Message[]
  call(query: string, variables?: Record<string, unknown>, options?: CallOptions): Promise<Answer>
  stop(): Promise<void>
}

/** A database of its own and an API over real HTTP on a free port. */
export async function startTestApi(config: Partial<ApiConfig> = {}): Promise<TestApi> {
  const database = await createTestDatabase()
  const logLines: string[] = []
  const messages: Message[] = []
  const sender = keepingSender(messages)
  const log = pino({ ...LOG_OPTIONS, level: 'info' }, { write: (line) => logLines.push(line) })
  const api = await startApi({
    store: database.store,
    port: 0,
    host: '127.0.0.1',
    config: { operatorKey: OPERATOR_KEY, messageSender: sender, ...config },
    log,
  })
  return {
    url: api.url,
    databaseUrl: database.databaseUrl,
    store: database.store,
    logLines,
    messages,
    call: (query, variables, options) => callApi(api.url, { query, variables }, options),
    stop: async () => {
      await api.stop()
      await database.drop()
    },
  }
}

/** Posts a body to /graphql and reads the answer. */
export async function callApi(
  url: string,
  body: unknown,
  { key, headers }: CallOptions = {},
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...headers,
    },
    body: JSON.stringify(body),
  })
  const answer = (await response.json()) as Partial<Answer>
  return {
    status: response.status,
    headers: response.headers,
    data: answer.data,
    errors: answer.errors ?? [],
  }
}
