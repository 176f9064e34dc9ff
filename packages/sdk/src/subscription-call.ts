import { stringifyDocument } from '@urql/core'
import { operationName } from './document.ts'
import { jsonOf } from './json-of.ts'
import { requestOf } from './request-of.ts'
import type { SubscriptionCall } from './subscribe.ts'

/** The call of a subscription document. Throws `InvalidRequestError` for a document that is none. */
export function subscriptionCall(document: object, variables: unknown): SubscriptionCall {
  const request = requestOf('subscription', document, variables)
  const query = stringifyDocument(request.query)
  return { body: jsonOf({ query, variables: request.variables }), operationName: operationName(query) }
}
