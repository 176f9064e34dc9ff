import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CliError } from '../cli-error.ts'
import { KNOWN_SETTINGS } from './known-settings.ts'
import { serveSettings, workerSettings } from './process-settings.ts'

const refusal = (run: () => unknown): CliError => {
  try {
    run()
  } catch (error) {
    if (error instanceof CliError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

const ALL_WRONG = {
  PORT: 'http',
  DATABASE_URL: 'mysql://root:hunter2@db/artel',
  DATABASE_POOLER: 'session',
  ARTEL_PUBLIC_URL: 'api.example.com',
  ARTEL_OPERATOR_KEY: 'short-secret',
  ARTEL_METRICS_TOKEN: 'shorter',
  ARTEL_RATE_LIMITS: 'customer=lots',
  ARTEL_DRAIN_DELAY_MS: 'soon',
  ARTEL_LOG_LEVEL: 'loud',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318',
  ARTEL_MESSAGES_DIR: '/tmp/letters',
  SMSC_PASSWORD: 'hunter3',
  ARTEL_PRIVATE_WEBHOOKS: '1',
  ARTEL_SESSION_KEY: '{"kty":"oct","k":"c2VjcmV0LWtleQ"}',
  ARTEL_SESION_KEY: 'misspelled',
}

test('every fault of a start is in one table, in either language, and no secret is', () => {
  const { message, ru } = refusal(() => serveSettings(ALL_WRONG, true))
  for (const text of [message, ru ?? ''])
    for (const name of [
      ...Object.keys(ALL_WRONG).filter((name) => name !== 'DATABASE_POOLER'),
      'ARTEL_SECRETS_KEY',
    ])
      expect(text).toMatch(new RegExp(`^  .*\\b${name}\\b`, 'm'))
  expect(message).toContain('Did you mean ARTEL_SESSION_KEY?')
  expect(ru).not.toMatch(/must|Set /)
  for (const secret of ['hunter2', 'hunter3', 'short-secret', 'shorter', 'c2VjcmV0LWtleQ'])
    expect(message + ru).not.toContain(secret)
})

test('what is right is read, and what others set for themselves is left alone', () => {
  const { config, ...rest } = serveSettings(
    {
      PORT: '4100',
      DATABASE_URL: 'postgresql://artel@db/artel',
      ARTEL_PUBLIC_URL: 'https://api.example.com',
      ARTEL_SECRETS_KEY: 'x'.repeat(32),
      ARTEL_TOKEN_KEY: 'of a partner site',
      ARTEL_API_KEY: 'of the SDK',
      DATABASE_PASSWORD: 'of a neighbour',
    },
    true,
  )
  expect(rest).toMatchObject({ port: 4100, host: '127.0.0.1', logLevel: 'warn', allowPrivateWebhooks: false })
  expect(rest.database.directUrl).toBe('postgresql://artel@db/artel')
  expect(config).toMatchObject({ production: true, publicUrl: 'https://api.example.com', drainDelayMs: 0 })
  expect(config).not.toHaveProperty('operatorKey')
})

test('a gateway of SMS takes no letters from a developer: the console keeps them, in production nothing does', () => {
  const sms = { SMS_RU_API_ID: 'x', ARTEL_SECRETS_KEY: 'x'.repeat(32) }
  const channelsOf = (env: NodeJS.ProcessEnv, production: boolean) =>
    serveSettings(env, production).config.messageSender?.channels
  expect(channelsOf(sms, false)).toEqual(['SMS', 'EMAIL'])
  expect(channelsOf(sms, true)).toEqual(['SMS'])
  const mail = { SMTP_URL: 'smtp://mail.example.com', MAIL_FROM: 'artel@example.com' }
  expect(channelsOf({ ...sms, ...mail }, true)).toEqual(['SMS', 'EMAIL'])
  expect(channelsOf({ ...sms, ARTEL_MESSAGES_DIR: '/tmp/letters' }, false)).toEqual(['SMS', 'EMAIL'])
  expect(channelsOf({ ARTEL_SECRETS_KEY: 'x'.repeat(32) }, false)).toBeUndefined()
})

test('a worker looks at what is its own', () => {
  expect(workerSettings({ PORT: 'http' })).toMatchObject({ logLevel: 'info' })
  expect(
    refusal(() =>
      workerSettings({ ARTEL_LOG_LEVEL: 'loud', ARTEL_PRIVATE_WEBHOOKS: '1', NODE_ENV: 'production' }),
    ).message,
  ).toMatch(/LOG_LEVEL[\s\S]*PRIVATE_WEBHOOKS/)
})

test('the README has a row of each setting, and whatever is read is known', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const table = readme.slice(readme.indexOf('## Settings'))
  const rows = [...table.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(
    ([, cell]) => cell?.match(/[A-Z][A-Z_]{3,}/g) ?? [],
  )
  expect([...new Set(rows)].sort()).toEqual([...KNOWN_SETTINGS].sort())
  const sources = readdirSync(new URL('..', import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'))
  const read = sources.flatMap((text) => [
    ...text.matchAll(/\benv\.((?:ARTEL|DATABASE|SMTP|MAIL|SMSC?)_[A-Z_]+)/g),
  ])
  expect(read.map(([, name]) => name).filter((name) => !KNOWN_SETTINGS.includes(name ?? ''))).toEqual([])
  expect(read.length).toBeGreaterThan(10)
})
