import autocannon from 'autocannon'

/** One kind of request that is put on a server. */
export interface Load {
  readonly name: string
  readonly url: string
  readonly headers?: Record<string, string>
  /** Makes the next request's body. */
  readonly nextBody: () => string
  /** Must stand in every answer. */
  readonly expects: string
}

export interface LoadResult {
  readonly requestsPerSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly answered: number
  /** Answers without what was expected, with another status, or lost. */
  readonly wrong: number
}

/** Loads a server over HTTP for some seconds; the generator is this process. */
export async function putLoad(
  load: Load,
  { seconds, connections }: { seconds: number; connections: number },
): Promise<LoadResult> {
  const result = await autocannon({
    url: load.url,
    connections,
    duration: seconds,
    timeout: 30,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...load.headers },
    requests: [{ setupRequest: (request) => ({ ...request, body: load.nextBody() }) }],
    verifyBody: (body: unknown) => String(body).includes(load.expects),
  })
  return {
    requestsPerSecond: Math.round(result['2xx'] / result.duration),
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    answered: result['2xx'],
    wrong: result.non2xx + result.errors + result.timeouts + result.mismatches,
  }
}
