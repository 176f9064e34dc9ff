import { relative } from 'node:path'
import type { DemoRecord } from './demo-record.ts'
import { demoSites } from './demo-sites.ts'
import type { DemoWords } from './demo-words.ts'

const RULE = '─'.repeat(72)

/** The one page that a start ends with: where to look, who to be, what to try, how to stop. */
export function startPage(record: DemoRecord, dataDir: string, words: DemoWords): string {
  const { page, language } = words
  const links: [string, string][] = [
    [page.portal, record.portal],
    [page.till, `${record.portal}/till`],
    ...demoSites.map((site): [string, string] => [site.name[language], record.sites[site.member]]),
    [page.customerPage, record.customerPage],
    [page.graphiql, record.graphiql],
  ]
  const logins = record.customers.map(({ name, phone, story }): [string, string] => [
    name,
    `${readablePhone(phone)}  ${story[language]}`,
  ])
  const staff = record.staff.map(({ role, email, password }): [string, string] => [
    page.roles[role],
    `${email}  ${password}`,
  ])
  const keys: [string, string][] = [
    [page.admin, record.keys.admin],
    [page.accountant, record.keys.accountant],
    ...demoSites.map((site): [string, string] => [site.member, record.keys.members[site.member]]),
    [page.operator, record.operatorKey],
  ]
  const near = relative(process.cwd(), `${dataDir}/demo.json`)
  const path = near.startsWith('..') ? `${dataDir}/demo.json` : near
  return [
    '',
    RULE,
    `  ${bold(page.title)}`,
    `  ${page.subtitle}`,
    '',
    section(page.open, links),
    section(page.staff, staff),
    `  ${page.secondFactor}\n`,
    section(page.logins, logins),
    `  ${page.customerCodes(path.replace('demo.json', 'messages'))}\n`,
    `  ${bold(page.firstSteps)}\n${page.steps.map((step, index) => `    ${index + 1}. ${step}`).join('\n')}\n`,
    section(page.keys, keys),
    `  ${page.record(path)}`,
    `  ${page.stop}`,
    RULE,
    '',
  ].join('\n')
}

function section(heading: string, rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([label]) => label.length))
  return `  ${bold(heading)}\n${rows.map(([label, value]) => `    ${label.padEnd(width)}  ${value}`).join('\n')}\n`
}

function bold(text: string): string {
  return process.stdout.isTTY && !process.env.NO_COLOR ? `\u001b[1m${text}\u001b[22m` : text
}

/** +79000000001 as people write it. */
function readablePhone(phone: string): string {
  return phone.replace(/^(\+7)(\d{3})(\d{3})(\d{2})(\d{2})$/, '$1 $2 $3-$4-$5')
}
