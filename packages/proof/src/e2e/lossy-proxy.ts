import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A proxy that forwards every request in full and loses its first replies: the work is done, nobody is told. */
export async function startLossyProxy(target: string, { repliesLost }: { repliesLost: number }) {
  let forwarded = 0
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', async () => {
      const headers = {
        'content-type': 'application/json',
        authorization: request.headers.authorization ?? '',
      }
      const reply = await fetch(target, { method: 'POST', headers, body: Buffer.concat(chunks) })
      const text = await reply.text()
      forwarded += 1
      if (forwarded <= repliesLost) response.destroy()
      else response.writeHead(reply.status, { 'content-type': 'application/json' }).end(text)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    forwarded: () => forwarded,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
