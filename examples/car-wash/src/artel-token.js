import { mintCustomerToken } from '@artel/sdk/token'

/**
 * The token endpoint's answer: ten minutes in which the page may act for this one customer. With a key of your own it is
 * signed here, without a call; without one the API makes the token.
 */
export async function artelToken({ artel, configuration }, customerId) {
  const { tokenKey, memberId, publicOrigin } = configuration
  if (tokenKey) return mintCustomerToken({ memberId, customerId, ...tokenKey, origin: publicOrigin })
  const session = { customer: { id: customerId }, origin: publicOrigin }
  const { token, expiresAt } = await artel.widgetSessions.create(session).unwrap()
  return { token, expiresAt }
}
