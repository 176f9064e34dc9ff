import { type CamtNode, nodesAt, textAt } from './camt-node.ts'

/** Who is on the other side of a transaction. */
export interface CamtParty {
  readonly name: string
  readonly account: string
  readonly taxId: string
}

/**
 * The debtor or the creditor. Where a payment was made for somebody else (`UltmtDbtr`, `UltmtCdtr`), that is who it
 * counts for; the account stays the one that the money moved through.
 */
export function camtParty(detail: CamtNode, role: 'Dbtr' | 'Cdtr'): CamtParty {
  const ultimate = `RltdPties/Ultmt${role}`
  const direct = `RltdPties/${role}`
  const name = (place: string) => textAt(detail, `${place}/Pty/Nm`) || textAt(detail, `${place}/Nm`)
  return {
    name: name(ultimate) || name(direct),
    account:
      textAt(detail, `RltdPties/${role}Acct/Id/IBAN`) || textAt(detail, `RltdPties/${role}Acct/Id/Othr/Id`),
    taxId:
      taxIdAt(detail, ultimate) ||
      // A tax id of the account's holder is not that of who he pays for.
      (name(ultimate) === '' ? taxIdAt(detail, direct) || textAt(detail, `Tax/${role}/TaxId`) : ''),
  }
}

/** Identifications that are no tax id, by their proprietary names. */
const OTHER_SCHEMES = /KPP|КПП|OGRN|ОГРН|OKPO|ОКПО|BIC|БИК/iu

/**
 * Of several identifications the one that is called a tax id; else the first that is called nothing else, before all one
 * of the length of an INN. Since version .08 a party sits inside `Pty`.
 */
function taxIdAt(detail: CamtNode, place: string): string {
  const found = ['Pty/Id/OrgId', 'Id/OrgId', 'Pty/Id/PrvtId', 'Id/PrvtId']
    .flatMap((path) => nodesAt(detail, `${place}/${path}/Othr`))
    .map((other) => ({
      id: textAt(other, 'Id'),
      code: textAt(other, 'SchmeNm/Cd'),
      scheme: textAt(other, 'SchmeNm/Prtry'),
    }))
    .filter(({ id }) => id !== '')
  const isTaxId = ({ code, scheme }: (typeof found)[number]) =>
    code === 'TXID' || /INN|ИНН|TAX/iu.test(scheme)
  const unnamed = found.filter(({ code, scheme }) => code === '' && !OTHER_SCHEMES.test(scheme))
  const chosen = found.find(isTaxId) ?? unnamed.find(({ id }) => /^\d{10}(?:\d\d)?$/.test(id)) ?? unnamed[0]
  return chosen?.id ?? ''
}
