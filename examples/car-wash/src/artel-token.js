import { mintCustomerToken } from '@artel/sdk/token'

/**
 * The token endpoint's answer: ten minutes in which the page may act for this one customer. With a key of your own it is
 * signed here, without a call; without one the API makes the token.
 */
export async function artelToken(artel, { tokenKey, memberId, customerId, origin }) {
  if (tokenKey) return mintCustomerToken({ memberId, customerId, origin, ...tokenKey })
  const { token, expiresAt } = await artel.widgetSessions
    .create({ customer: { id: customerId }, origin })
    .unwrap()
  return { token, expiresAt }
}
