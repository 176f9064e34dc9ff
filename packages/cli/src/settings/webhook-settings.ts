import { makeAnswerQuery } from '@artel/api'
import type { makeLog } from '@artel/api/parts'
import type { Store } from '@artel/store'
import type { WorkerOptions } from '@artel/worker'
import { CliError } from '../cli-error.ts'

/**
 * Whether webhooks may go over http and into private networks, by ARTEL_PRIVATE_WEBHOOKS=1: for the receivers of a
 * developer's own machine. Throws CliError in production.
 */
export function allowsPrivateWebhooks(env: NodeJS.ProcessEnv, production: boolean): boolean {
  const allowed = env.ARTEL_PRIVATE_WEBHOOKS === '1'
  if (allowed && production)
    throw new CliError(
      'ARTEL_PRIVATE_WEBHOOKS is for sandboxes: with it anybody could have this server call into its own network.',
      {
        ru: 'ARTEL_PRIVATE_WEBHOOKS - для песочниц: с ним кто угодно мог бы обращаться через сервер к его внутренней сети.',
      },
    )
  return allowed
}

/** How the worker of this process sends webhooks. */
export const webhookSettings = ({
  store,
  log,
  allowPrivate,
}: {
  readonly store: Store
  readonly log: ReturnType<typeof makeLog>
  readonly allowPrivate: boolean
}): NonNullable<WorkerOptions['webhooks']> => ({ allowPrivate, answerQuery: makeAnswerQuery({ store, log }) })
