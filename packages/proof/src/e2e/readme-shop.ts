import { rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readmeSnippets } from './readme-snippets.ts'

/** A shop that is made of what the widget's README prints, and nothing else. */
export interface ReadmeShop {
  readonly origin: string
  /** Who is signed in, by the shop's own id; undefined for nobody. */
  customerId: string | undefined
  /** Id of the hold that the page has told the shop of; undefined before. */
  readonly holdId: () => string | undefined
  /** Runs the snippet that captures the hold. */
  readonly closeOrder: (holdId: string) => Promise<void>
  stop(): Promise<void>
}

/** What the printed server needs of Express. */
interface SnippetModule {
  readonly routes: ReadonlyMap<string, (request: object, response: object) => Promise<unknown>>
  readonly closeOrder: (holdId: string) => Promise<void>
}

const file = 'packages/widget/README.md'

/**
 * Serves the page and runs the server of the README, with its placeholders filled in. Its policy, styles and scripts are
 * the printed ones. Throws when the README has lost a snippet.
 */
export async function openReadmeShop(api: { url: string; apiKey: string }): Promise<ReadmeShop> {
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const fill = (text: string) =>
    text.replaceAll('https://YOUR-ARTEL', api.url).replaceAll('https://shop.example', origin)
  const page = (await printedPage()).map(fill)
  const [html = '', script = '', style = '', policy = ''] = page
  const snippet = await loadServer(fill, api)
  let holdId: string | undefined
  const shop: ReadmeShop = {
    origin,
    customerId: undefined,
    holdId: () => holdId,
    closeOrder: snippet.closeOrder,
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  }
  const files: Readonly<Record<string, readonly [type: string, body: string]>> = {
    '/': ['text/html', html],
    '/page.js': ['text/javascript', script],
    '/page.css': ['text/css', style],
  }
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? ''
    const found = files[path]
    const route = snippet.routes.get(path)
    if (found) {
      response.setHeader('content-type', `${found[0]}; charset=utf-8`)
      response.setHeader('content-security-policy', policy.trim())
      return void response.end(found[1])
    }
    if (route) return void (await route({ session: { customerId: shop.customerId } }, asExpress(response)))
    if (path !== '/orders/1042/points') return void response.writeHead(404).end()
    holdId = (JSON.parse(await textOf(request)) as { holdId: string }).holdId
    response.end()
  }
  return shop
}

/** The page, its script, its styles and its policy, with the placeholders of the README still in them. */
async function printedPage(): Promise<string[]> {
  const [elements = ''] = await readmeSnippets(file, 'html')
  const scripts = await readmeSnippets(file, 'js')
  const styles = await readmeSnippets(file, 'css')
  const [policy = ''] = await readmeSnippets(file, 'text')
  if (!elements.includes('<artel-checkout') || scripts.length < 2 || styles.length < 3 || policy === '')
    throw new Error(`${file} prints other snippets than this shop is made of.`)
  const head =
    '<title>Shop</title><link rel="stylesheet" href="/page.css"><script type="module" src="/page.js"></script>'
  const html = `<!doctype html><html lang="en"><head>${head}</head><body>${elements}</body></html>`
  return [html, scripts.join('\n'), styles.join('\n'), policy]
}

/** Runs the printed server as a module beside this file, where Node finds the SDK as it would in a shop's own project. */
async function loadServer(
  fill: (text: string) => string,
  { url, apiKey }: { url: string; apiKey: string },
): Promise<SnippetModule> {
  const printed = await readmeSnippets(file, 'ts')
  const server = printed.find((code) => code.includes("app.post('/artel-token'")) ?? ''
  const capture = printed.find((code) => code.includes('artel.holds.capture(')) ?? ''
  const code = `export const routes = new Map()
const app = { post: (path, answer) => routes.set(path, answer) }
${fill(server)}
export async function closeOrder(holdId) {
${capture}
}
`
  const module = new URL(`./readme-shop-${process.pid}.tmp.mjs`, import.meta.url)
  await writeFile(module, code)
  process.env.ARTEL_API_URL = `${url}/graphql`
  process.env.ARTEL_API_KEY = apiKey
  try {
    return (await import(/* @vite-ignore */ module.href)) as SnippetModule
  } finally {
    await rm(module)
  }
}

/** The calls of Express that the snippet makes. */
function asExpress(response: ServerResponse) {
  const express = {
    status: (code: number) => {
      response.statusCode = code
      return express
    },
    json: (value: unknown) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify(value)),
    end: () => response.end(),
  }
  return express
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
