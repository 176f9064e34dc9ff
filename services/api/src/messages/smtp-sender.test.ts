import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import type { Message } from '@artel/use-cases'
import { expect, it } from 'vitest'
import { smtpSender } from './smtp-sender.ts'

/** A mail server of a few lines that keeps what it is told; `refuses` is its answer to a recipient. */
async function mailServer(refuses?: string) {
  const lines: string[] = []
  const server = createServer((socket) => {
    let isData = false
    let rest = ''
    const say = (line: string) => socket.write(`${line}\r\n`)
    say('220 test')
    socket.on('data', (chunk) => {
      const read = `${rest}${chunk}`.split('\r\n')
      rest = read.pop() ?? ''
      for (const line of read) {
        lines.push(line)
        if (isData) {
          if (line !== '.') continue
          isData = false
          say('250 taken')
        } else if (/^DATA/i.test(line)) {
          isData = true
          say('354 go on')
        } else if (/^RCPT/i.test(line) && refuses) say(refuses)
        else say(/^QUIT/i.test(line) ? '221 bye' : '250 ok')
      }
    })
    socket.on('error', () => undefined)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const options = { url: `smtp://127.0.0.1:${port}`, from: 'Артель <artel@example.com>' }
  const sender = smtpSender({ ...options, allowPlain: true })
  return { lines, sender, strict: smtpSender(options), stop: () => server.close() }
}

const letter: Message = {
  ...{ channel: 'EMAIL', address: 'olga@example.com', locale: 'ru' },
  ...{ subject: 'Приглашение', text: 'Откройте ссылку:\nhttps://artel.example/invitation#secret\n' },
}

it('hands a letter to the server of the address, from whom it is to be', async () => {
  const { lines, sender, stop } = await mailServer()
  try {
    expect(sender).toMatchObject({ channels: ['EMAIL'], isForDevelopment: false })
    await sender.send(letter)
    expect(lines.find((line) => line.startsWith('MAIL FROM'))).toContain('<artel@example.com>')
    expect(lines.filter((line) => line.startsWith('RCPT TO'))).toEqual(['RCPT TO:<olga@example.com>'])
    const subject = lines.find((line) => line.startsWith('Subject: ')) ?? ''
    const encoded = /=\?UTF-8\?B\?(.+)\?=/i.exec(subject)?.[1] ?? ''
    expect(Buffer.from(encoded, 'base64').toString()).toBe('Приглашение')
  } finally {
    stop()
  }
})

it('sends nothing in the clear unless it is told that it may', async () => {
  const { lines, strict, stop } = await mailServer()
  try {
    await expect(strict.send(letter)).rejects.toThrow(/was not sent/)
    expect(lines.join('\n')).not.toMatch(/olga@example\.com|DATA/)
  } finally {
    stop()
  }
})

it('says that a letter was not sent without telling to whom or what', async () => {
  const { sender, stop } = await mailServer('550 no such user olga@example.com')
  try {
    const refused = sender.send(letter)
    await expect(refused).rejects.toMatchObject({ name: 'MessageNotSentError' })
    await expect(refused).rejects.not.toThrow(/olga|secret/)
  } finally {
    stop()
  }
  await expect(sender.send(letter)).rejects.toMatchObject({ name: 'MessageNotSentError' })
})
