/** The part of autocannon that the benchmark uses: the package ships no types. */
declare module 'autocannon' {
  interface Request {
    body?: string
  }
  interface Options {
    url: string
    connections: number
    /** Seconds. */
    duration: number
    /** Seconds. */
    timeout: number
    method: 'POST'
    headers: Record<string, string>
    requests: { setupRequest: (request: Request) => Request }[]
    verifyBody: (body: unknown) => boolean
  }
  interface Result {
    '2xx': number
    non2xx: number
    errors: number
    timeouts: number
    mismatches: number
    /** Seconds. */
    duration: number
    /** Milliseconds. */
    latency: { p50: number; p99: number }
  }
  export default function autocannon(options: Options): Promise<Result>
}
