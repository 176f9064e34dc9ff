import { lookup } from 'node:dns/promises'

/** The addresses of a host as this machine finds them; none when it finds none. */
export async function lookUpHost(host: string): Promise<readonly string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address)
  } catch {
    return []
  }
}
