const required = {
  PORT: 'the port this site listens on, for example 4002',
  ARTEL_API_URL: 'the GraphQL address of your coalition, for example http://localhost:4000/graphql',
  ARTEL_API_KEY:
    "your member's secret key (sk_test_...): the coalition's administrator hands it over at admission",
  ARTEL_MEMBER_ID: "your member's id (mbr_...): shown beside the key",
  ARTEL_WIDGET_URL: 'the address of artel.js, for example http://localhost:4000/widget/artel.js',
}

/** Settings from the environment. A missing or unreadable one ends the process with one line that says what to set. */
export function configuration(environment) {
  for (const [name, meaning] of Object.entries(required)) {
    if (!environment[name]) refuseToStart(`Set ${name}: ${meaning}.`)
  }
  const { ARTEL_TOKEN_PRIVATE_JWK: jwk, ARTEL_TOKEN_KID: kid } = environment
  if (Boolean(jwk) !== Boolean(kid)) {
    refuseToStart(
      'Set both ARTEL_TOKEN_PRIVATE_JWK and ARTEL_TOKEN_KID (see README.md, "Your own key"), or neither.',
    )
  }
  return {
    port: Number(environment.PORT),
    // This machine alone, unless told otherwise: 0.0.0.0 = all addresses.
    host: environment.HOST || '127.0.0.1',
    publicOrigin: new URL(environment.PUBLIC_URL ?? `http://localhost:${environment.PORT}`).origin,
    apiUrl: environment.ARTEL_API_URL,
    apiKey: environment.ARTEL_API_KEY,
    memberId: environment.ARTEL_MEMBER_ID,
    widgetUrl: environment.ARTEL_WIDGET_URL,
    tokenKey: jwk && { privateJwk: json('ARTEL_TOKEN_PRIVATE_JWK', jwk), kid },
    demoCustomers: json('DEMO_CUSTOMERS', environment.DEMO_CUSTOMERS ?? '[]'),
  }
}

function json(name, text) {
  try {
    return JSON.parse(text)
  } catch {
    return refuseToStart(
      `${name} is not JSON. Set it to ${name === 'DEMO_CUSTOMERS' ? '[{"id":"cus_...","name":"..."}]' : 'the private key as a JWK'}.`,
    )
  }
}

/** Ends the process with one line that says what to do. */
export function refuseToStart(line) {
  process.stderr.write(`${line}\n`)
  process.exit(1)
}
