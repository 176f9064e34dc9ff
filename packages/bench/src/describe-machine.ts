import { existsSync, readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'

const PACKAGES = ['graphql', 'graphql-yoga', 'pg']

/** What the figures were measured on, for those who compare them with their own. */
export function describeMachine(databaseVersion: string): Record<string, string | number> {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    postgresql: databaseVersion,
    ...Object.fromEntries(PACKAGES.map((name) => [name, versionOf(name)])),
  }
}

function versionOf(name: string): string {
  const path = new URL(`../node_modules/${name}/package.json`, import.meta.url)
  if (!existsSync(path)) return 'unknown'
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version
}
