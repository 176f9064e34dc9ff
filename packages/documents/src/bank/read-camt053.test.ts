import { describe, expect, it } from 'vitest'
import {
  camtEntry,
  camtMessage,
  expectedLine,
  parties,
  partyOf02,
  partyOf08,
  readAll,
  utf8,
} from '../testing/camt-messages.ts'
import { readCamt053 } from './read-camt053.ts'

describe('readCamt053', () => {
  it('reads every version from .02 on to the same shape', async () => {
    for (const version of ['02', '03', '04', '05', '06', '07'])
      expect(await readAll(utf8(camtMessage(version, camtEntry('BOOK', parties(partyOf02)))))).toMatchObject([
        expectedLine,
      ])
    for (const version of ['08', '09', '10', '13'])
      expect(
        await readAll(utf8(camtMessage(version, camtEntry('<Cd>BOOK</Cd>', parties(partyOf08))))),
      ).toMatchObject([expectedLine])
  })

  it('reads the same with a prefix, and wherever the bytes are cut', async () => {
    const plain = camtMessage('08', camtEntry('<Cd>BOOK</Cd>', parties(partyOf08)))
    const prefixed = plain.replace(/<(\/?)([A-Z])/g, '<$1c:$2').replace('xmlns=', 'xmlns:c=')
    expect(await readAll(utf8(prefixed))).toMatchObject([expectedLine])
    const bytes = utf8(plain)
    const single = Array.from(bytes, (byte) => Uint8Array.of(byte))
    expect(await readAll(single)).toMatchObject([expectedLine])
  })

  it('streams: entries leave while the file is still coming, and whitespace between them is not kept', async () => {
    let sent = 0
    async function* endless() {
      const [head = ''] = camtMessage('08', '@').split('@')
      yield utf8(head + ' '.repeat(70_000))
      for (;;) {
        sent += 1
        yield utf8(`${camtEntry('<Cd>BOOK</Cd>', parties(partyOf08))}${' '.repeat(20_000)}`)
      }
    }
    let taken = 0
    for await (const line of readCamt053(endless())) {
      expect(line.amountMinor).toBe(24_300n)
      taken += 1
      if (taken === 100) break
    }
    expect(sent).toBeLessThan(105)
  })

  it('expands no entity, loads nothing from outside and refuses every document type', async () => {
    const bomb = `<!DOCTYPE Document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>`
    const outside = '<!DOCTYPE Document SYSTEM "file:///etc/passwd">'
    for (const doctype of [bomb, outside, '<!DOCTYPE Document>'])
      await expect(readAll(utf8(camtMessage('08', '').replace('?>', `?>${doctype}`)))).rejects.toMatchObject({
        code: 'UNREADABLE_FILE',
        line: 1,
      })
    await expect(readAll(utf8(camtMessage('08', '<Ntry>&b;</Ntry>')))).rejects.toMatchObject({
      code: 'UNREADABLE_FILE',
    })
  })

  it('names the line of what it cannot read', async () => {
    const good = camtMessage('08', camtEntry('<Cd>BOOK</Cd>', parties(partyOf08)))
    const wrong: [string, string, number, string][] = [
      ['camt.053.001.08', 'camt.052.001.08', 2, 'NOT_A_STATEMENT'],
      ['camt.053.001.08', 'camt.054.001.08', 2, 'NOT_A_STATEMENT'],
      ['camt.053.001.08', 'pain.001.001.09', 2, 'OTHER_FORMAT'],
      ['camt.053.001.08', 'camt.053.001.14', 2, 'UNKNOWN_VERSION'],
      ['</Stmt>', '', 10, 'BAD_XML'],
    ]
    for (const [from, to, line, kind] of wrong) {
      expect(good).toContain(from)
      const refused = { code: 'UNREADABLE_FILE', line, kind }
      await expect(readAll(utf8(good.replace(from, to))), to).rejects.toMatchObject(refused)
    }
    const empty = good.replace(/<Stmt>[\s\S]*<\/Stmt>/, '')
    await expect(readAll(utf8(empty))).rejects.toMatchObject({ kind: 'NO_STATEMENT' })
    await expect(readAll(utf8('<html><body/></html>'))).rejects.toMatchObject({ kind: 'OTHER_FORMAT' })
    await expect(readAll(utf8(good.slice(0, 400)))).rejects.toMatchObject({ code: 'UNREADABLE_FILE' })
    await expect(readAll(utf8(''))).rejects.toMatchObject({ code: 'UNREADABLE_FILE' })
  })

  it('reads the encoding that the file declares, UTF-16, and marked text', async () => {
    const text = camtMessage('08', camtEntry('BOOK', parties(partyOf08)))
    const latin = Buffer.from(text.replace('UTF-8', 'ISO-8859-1'), 'latin1')
    const wide = Buffer.from(`\ufeff${text}`, 'utf16le')
    const marked = utf8(text.replace('Window 3,', '<![CDATA[Window 3,]]>'))
    for (const bytes of [latin, wide, wide.subarray(2), marked])
      expect(await readAll(bytes)).toMatchObject([expectedLine])
    await expect(readAll(utf8(text.replace('UTF-8', 'EBCDIC-X')))).rejects.toMatchObject({
      kind: 'BAD_ENCODING',
    })
  })

  it('finds the statement inside a business envelope', async () => {
    const [declaration = '', document = ''] = camtMessage('08', camtEntry('BOOK', parties(partyOf08))).split(
      '?>\n',
    )
    const head =
      '<AppHdr xmlns="urn:iso:std:iso:20022:tech:xsd:head.001.001.02"><Stmt><Ntry/></Stmt></AppHdr>'
    const envelope = `${declaration}?>\n<Envelope>${head}${document}</Envelope>`
    expect(await readAll(utf8(envelope))).toMatchObject([{ ...expectedLine, line: 6 }])
  })

  it('remarks on the last line of a statement whose totals its entries do not add up to', async () => {
    const balance = (code: string, sum: string) =>
      `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${sum}</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>`
    const summary = (sum: string) => `<TxsSummry><TtlCdtNtries><Sum>${sum}</Sum></TtlCdtNtries></TxsSummry>`
    const two = camtEntry('BOOK', '') + camtEntry('PDNG', '')
    const remarks = async (parts: string) =>
      (await readAll(utf8(camtMessage('08', parts)))).map((line) => line.remarks.map(({ field }) => field))
    expect(await remarks(balance('CLBD', '5243.00') + summary('243.00') + two)).toEqual([[], []])
    expect(await remarks(balance('CLBD', '5243.00') + summary('486.00') + two)).toEqual([[], []])
    expect(await remarks(balance('CLBD', '5243.01') + summary('0.00') + two)).toEqual([
      [],
      ['CLBD', 'TtlCdtNtries'],
    ])
    const [line] = await readAll(utf8(camtMessage('08', balance('CLBD', '4000.00'))))
    expect(line?.problem).toMatchObject({
      code: 'TOTALS_MISMATCH',
      message: 'CLBD says 4000.00, the movements of the file give 5000.00',
    })
  })

  it('bounds depth, text and size', async () => {
    const deep = '<a>'.repeat(50)
    await expect(readAll(utf8(camtMessage('08', deep)))).rejects.toThrow('nest deeper')
    const long = `<Ntry><AddtlNtryInf>${'x'.repeat(100_001)}</AddtlNtryInf></Ntry>`
    await expect(readAll(utf8(camtMessage('08', long)))).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' })
    const wide = `<Ntry>${'<a/>'.repeat(200_001)}</Ntry>`
    await expect(readAll(utf8(camtMessage('08', wide)))).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' })
    await expect(readAll(utf8(camtMessage('08', '')), 300)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' })
  })
})
