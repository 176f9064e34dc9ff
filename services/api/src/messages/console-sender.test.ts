import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestDatabase } from '@artel/store/testing'
import type { Message } from '@artel/use-cases'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { completeConfig } from '../config.ts'
import { startApi } from '../start-api.ts'
import { consoleSender } from './console-sender.ts'

const sms: Message = {
  channel: 'SMS',
  address: '+79123456789',
  locale: 'en',
  subject: null,
  text: 'Code: 123456.',
}
const mail: Message = {
  channel: 'EMAIL',
  address: 'anna@example.com',
  locale: 'ru',
  subject: 'Приглашение',
  text: 'Первая строка.\nВторая.',
}

it('shows every message with its address, each line of an e-mail set in', async () => {
  const printed: string[] = []
  const sender = consoleSender({ print: (lines) => printed.push(lines) })
  await sender.send(sms)
  await sender.send(mail)
  expect(printed).toEqual([
    'SMS to +79123456789\n  Code: 123456.\n',
    'EMAIL to anna@example.com "Приглашение"\n  Первая строка.\n  Вторая.\n',
  ])
})

it('keeps messages in the order of their names, whole, in a folder that it makes', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'artel-messages-'))
  try {
    const folder = join(parent, 'sent')
    const sender = consoleSender({ print: () => undefined, folder })
    await sender.send(sms)
    await Promise.all(Array.from({ length: 5 }, () => sender.send(mail)))
    const names = (await readdir(folder)).sort()
    const kept = await Promise.all(
      names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8'))),
    )
    expect(names.every((name) => name.endsWith('.json'))).toBe(true)
    expect(kept).toEqual([sms, mail, mail, mail, mail, mail])
  } finally {
    await rm(parent, { recursive: true })
  }
})

it('is what development sends by; production has no sender unless it is given one', () => {
  expect(completeConfig({}, 'http://localhost').messageSender?.isForDevelopment).toBe(true)
  expect(completeConfig({ production: true }, 'http://localhost').messageSender).toBeNull()
})

it('is refused in production before a port is opened', async () => {
  const database = await createTestDatabase()
  try {
    const config = { production: true, messageSender: consoleSender() }
    const starting = startApi({ store: database.store, port: 0, config, log: pino({ level: 'silent' }) })
    await expect(starting).rejects.toThrow('never in production')
  } finally {
    await database.drop()
  }
})
