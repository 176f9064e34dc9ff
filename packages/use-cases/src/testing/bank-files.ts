import { encodeWindows1251 } from '@artel/documents'

/** A movement of the coalition's account, as a bank would write it into a statement. */
export interface BankMovement {
  /** Empty where the bank leaves it out. */
  readonly no: number | ''
  readonly direction: 'IN' | 'OUT'
  /** A decimal with a point. */
  readonly sum: string
  readonly party: { readonly name: string; readonly taxId: string; readonly account: string }
  readonly purpose: string
  /** ISO date. */
  readonly bookedOn: string
  /** False while the bank only announces it. */
  readonly booked: boolean
  /** camt.053 only. */
  readonly reversal?: boolean
  readonly currency?: string
  readonly endToEndId?: string
}

/** A statement of an account as 1C takes it from Russian banks: `1CClientBankExchange` 1.03 in Windows-1251. */
export function exchangeFile(account: string, movements: readonly BankMovement[]): Uint8Array {
  const text = [
    ...[
      '1CClientBankExchange',
      'ВерсияФормата=1.03',
      'Кодировка=Windows',
      'Получатель=Бухгалтерия предприятия',
    ],
    ...['ДатаСоздания=11.08.2026', 'ДатаНачала=10.08.2026', 'ДатаКонца=10.08.2026', `РасчСчет=${account}`],
    ...['СекцияРасчСчет', 'ДатаНачала=10.08.2026', 'ДатаКонца=10.08.2026', `РасчСчет=${account}`],
    ...['НачальныйОстаток=1000.00', 'КонецРасчСчет'],
    ...movements.flatMap((movement) => exchangeSection(account, movement)),
    ...['КонецФайла', ''],
  ].join('\r\n')
  return encodeWindows1251(text, 'file')
}

function exchangeSection(account: string, { no, direction, sum, party, purpose, ...movement }: BankMovement) {
  const day = movement.bookedOn.split('-').toReversed().join('.')
  const [paid, arrived] = direction === 'IN' ? ['', day] : [day, '']
  const side = (name: string, own: boolean) => [
    `${name}Счет=${own ? account : party.account}`,
    ...(own ? [] : [`${name}ИНН=${party.taxId}`, `${name}1=${party.name}`]),
  ]
  return [
    ...['СекцияДокумент=Платежное поручение', `Номер=${no}`, `Дата=${day}`, `Сумма=${sum}`],
    ...side('Плательщик', direction === 'OUT'),
    `ДатаСписано=${movement.booked ? paid : ''}`,
    ...side('Получатель', direction === 'IN'),
    `ДатаПоступило=${movement.booked ? arrived : ''}`,
    ...[`НазначениеПлатежа=${purpose}`, 'КонецДокумента'],
  ]
}

/** A statement of an account in ISO 20022, `camt.053.001.08`. */
export function camtFile(account: string, movements: readonly BankMovement[]): Uint8Array {
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
  <BkToCstmrStmt>
    <GrpHdr><MsgId>STM-2026-08-10</MsgId><CreDtTm>2026-08-11T05:00:00+03:00</CreDtTm></GrpHdr>
    <Stmt>
      <Id>STM-1</Id><ElctrncSeqNb>152</ElctrncSeqNb><CreDtTm>2026-08-11T05:00:00+03:00</CreDtTm>
      <Acct><Id><Othr><Id>${account}</Id></Othr></Id><Ccy>RUB</Ccy></Acct>
      <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="RUB">1000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-08-10</Dt></Dt></Bal>
${movements.map(camtEntry).join('\n')}
    </Stmt>
  </BkToCstmrStmt>
</Document>
`
  return new TextEncoder().encode(text)
}

function camtEntry({ no, direction, sum, party, purpose, bookedOn, booked, ...movement }: BankMovement) {
  // A reversal goes the other way, and names the parties of the payment that it takes back.
  const isFromParty = (direction === 'IN') !== (movement.reversal ?? false)
  const role = isFromParty ? 'Dbtr' : 'Cdtr'
  const reversal = movement.reversal ? '<RvslInd>true</RvslInd>' : ''
  return `      <Ntry>
        <NtryRef>${no}</NtryRef><Amt Ccy="${movement.currency ?? 'RUB'}">${sum}</Amt><CdtDbtInd>${direction === 'IN' ? 'CRDT' : 'DBIT'}</CdtDbtInd>${reversal}
        <Sts><Cd>${booked ? 'BOOK' : 'PDNG'}</Cd></Sts><BookgDt><Dt>${bookedOn}</Dt></BookgDt><AcctSvcrRef>BANK-${no}</AcctSvcrRef>
        <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn></BkTxCd>
        <NtryDtls><TxDtls>
          <Refs><EndToEndId>${movement.endToEndId ?? 'NOTPROVIDED'}</EndToEndId></Refs>
          <RltdPties><${role}><Pty><Nm>${party.name}</Nm><Id><OrgId><Othr><Id>${party.taxId}</Id></Othr></OrgId></Id></Pty></${role}><${role}Acct><Id><Othr><Id>${party.account}</Id></Othr></Id></${role}Acct></RltdPties>
          <RmtInf><Ustrd>${purpose}</Ustrd></RmtInf>
        </TxDtls></NtryDtls>
      </Ntry>`
}
