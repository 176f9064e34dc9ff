import type { WebhookDoor } from '@artel/use-cases'
import { lookUpHost } from './look-up-host.ts'
import { problemsOfQuery } from './problems-of-query.ts'

/** The door of webhook endpoints: names are looked up by this machine, queries are held against the schema. */
export const makeWebhookDoor = ({ allowPrivate }: Pick<WebhookDoor, 'allowPrivate'>): WebhookDoor => ({
  allowPrivate,
  lookUp: lookUpHost,
  problemsOfQuery,
})
