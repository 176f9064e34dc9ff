import { SaxesParser } from 'saxes'

/**
 * The part of the schema of pain.001.001.09 that a plain credit transfer uses, written from the message definition:
 * children of each type in their order, with the least and the most that may come. `choices` names the types of which one child may come.
 */
type Content = readonly (readonly [name: string, least: number, most: number, type: string])[]
const MANY = Number.POSITIVE_INFINITY
const sequences: Record<string, Content> = {
  Document: [['CstmrCdtTrfInitn', 1, 1, 'Initiation']],
  Initiation: [
    ['GrpHdr', 1, 1, 'GroupHeader85'],
    ['PmtInf', 1, MANY, 'PaymentInstruction30'],
    ['SplmtryData', 0, MANY, 'any'],
  ],
  GroupHeader85: [
    ['MsgId', 1, 1, 'Max35Text'],
    ['CreDtTm', 1, 1, 'ISODateTime'],
    ['Authstn', 0, 2, 'any'],
    ['NbOfTxs', 1, 1, 'Max15NumericText'],
    ['CtrlSum', 0, 1, 'DecimalNumber'],
    ['InitgPty', 1, 1, 'Party135'],
    ['FwdgAgt', 0, 1, 'Agent6'],
  ],
  PaymentInstruction30: [
    ['PmtInfId', 1, 1, 'Max35Text'],
    ['PmtMtd', 1, 1, 'PaymentMethod3Code'],
    ['BtchBookg', 0, 1, 'Boolean'],
    ['NbOfTxs', 0, 1, 'Max15NumericText'],
    ['CtrlSum', 0, 1, 'DecimalNumber'],
    ['PmtTpInf', 0, 1, 'any'],
    ['ReqdExctnDt', 1, 1, 'DateChoice'],
    ['PoolgAdjstmntDt', 0, 1, 'ISODate'],
    ['Dbtr', 1, 1, 'Party135'],
    ['DbtrAcct', 1, 1, 'Account38'],
    ['DbtrAgt', 1, 1, 'Agent6'],
    ['DbtrAgtAcct', 0, 1, 'Account38'],
    ['InstrForDbtrAgt', 0, 1, 'Max140Text'],
    ['UltmtDbtr', 0, 1, 'Party135'],
    ['ChrgBr', 0, 1, 'ChargeBearer'],
    ['ChrgsAcct', 0, 1, 'Account38'],
    ['ChrgsAcctAgt', 0, 1, 'Agent6'],
    ['CdtTrfTxInf', 1, MANY, 'Transaction34'],
  ],
  Transaction34: [
    ['PmtId', 1, 1, 'PaymentId6'],
    ['PmtTpInf', 0, 1, 'any'],
    ['Amt', 1, 1, 'AmountChoice'],
    ['XchgRateInf', 0, 1, 'any'],
    ['ChrgBr', 0, 1, 'ChargeBearer'],
    ['ChqInstr', 0, 1, 'any'],
    ['UltmtDbtr', 0, 1, 'Party135'],
    ['IntrmyAgt1', 0, 1, 'Agent6'],
    ['CdtrAgt', 0, 1, 'Agent6'],
    ['CdtrAgtAcct', 0, 1, 'Account38'],
    ['Cdtr', 0, 1, 'Party135'],
    ['CdtrAcct', 0, 1, 'Account38'],
    ['UltmtCdtr', 0, 1, 'Party135'],
    ['InstrForCdtrAgt', 0, MANY, 'any'],
    ['InstrForDbtrAgt', 0, 1, 'Max140Text'],
    ['Purp', 0, 1, 'any'],
    ['RgltryRptg', 0, 10, 'any'],
    ['Tax', 0, 1, 'any'],
    ['RltdRmtInf', 0, 10, 'any'],
    ['RmtInf', 0, 1, 'Remittance16'],
  ],
  PaymentId6: [
    ['InstrId', 0, 1, 'Max35Text'],
    ['EndToEndId', 1, 1, 'Max35Text'],
    ['UETR', 0, 1, 'any'],
  ],
  AmountChoice: [['InstdAmt', 1, 1, 'Amount']],
  DateChoice: [['Dt', 1, 1, 'ISODate']],
  Party135: [
    ['Nm', 0, 1, 'Max140Text'],
    ['PstlAdr', 0, 1, 'Address24'],
    ['Id', 0, 1, 'PartyId'],
    ['CtryOfRes', 0, 1, 'Country'],
    ['CtctDtls', 0, 1, 'any'],
  ],
  Address24: [['Ctry', 0, 1, 'Country']],
  PartyId: [['OrgId', 1, 1, 'OrganisationId29']],
  OrganisationId29: [
    ['AnyBIC', 0, 1, 'BIC'],
    ['LEI', 0, 1, 'any'],
    ['Othr', 0, MANY, 'GenericId'],
  ],
  GenericId: [
    ['Id', 1, 1, 'Max35Text'],
    ['SchmeNm', 0, 1, 'Scheme'],
    ['Issr', 0, 1, 'Max35Text'],
  ],
  Scheme: [['Cd', 1, 1, 'Max4Text']],
  Account38: [
    ['Id', 1, 1, 'AccountIdChoice'],
    ['Tp', 0, 1, 'any'],
    ['Ccy', 0, 1, 'any'],
    ['Nm', 0, 1, 'any'],
  ],
  AccountIdChoice: [
    ['IBAN', 0, 1, 'Iban'],
    ['Othr', 0, 1, 'GenericAccount'],
  ],
  ProprietaryScheme: [['Prtry', 1, 1, 'Max35Text']],
  GenericAccount: [
    ['Id', 1, 1, 'Max34Text'],
    ['SchmeNm', 0, 1, 'ProprietaryScheme'],
    ['Issr', 0, 1, 'Max35Text'],
  ],
  Agent6: [
    ['FinInstnId', 1, 1, 'Institution18'],
    ['BrnchId', 0, 1, 'any'],
  ],
  Institution18: [
    ['BICFI', 0, 1, 'BIC'],
    ['ClrSysMmbId', 0, 1, 'ClearingMember'],
    ['LEI', 0, 1, 'any'],
    ['Nm', 0, 1, 'Max140Text'],
    ['PstlAdr', 0, 1, 'any'],
    ['Othr', 0, 1, 'any'],
  ],
  ClearingMember: [
    ['ClrSysId', 0, 1, 'ClearingSystem'],
    ['MmbId', 1, 1, 'Max35Text'],
  ],
  ClearingSystem: [['Cd', 1, 1, 'Max5Text']],
  Remittance16: [
    ['Ustrd', 0, MANY, 'Max140Text'],
    ['Strd', 0, MANY, 'any'],
  ],
}
const choices = new Set(['AccountIdChoice'])
const texts: Record<string, RegExp> = {
  Max4Text: /^.{1,4}$/su,
  Max5Text: /^.{1,5}$/su,
  Max34Text: /^.{1,34}$/su,
  Max35Text: /^.{1,35}$/su,
  Max140Text: /^.{1,140}$/su,
  Max15NumericText: /^[0-9]{1,15}$/,
  DecimalNumber: /^-?\d{1,18}(\.\d{1,17})?$/,
  Amount: /^\d{1,18}(\.\d{1,5})?$/,
  ISODate: /^\d{4}-\d\d-\d\d$/,
  ISODateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/,
  PaymentMethod3Code: /^(CHK|TRF|TRA)$/,
  Boolean: /^(true|false)$/,
  ChargeBearer: /^(DEBT|CRED|SHAR|SLEV)$/,
  Country: /^[A-Z]{2}$/,
  BIC: /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/,
  Iban: /^[A-Z]{2}\d{2}[a-zA-Z0-9]{1,30}$/,
}

interface Node {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Node[]
  text: string
}

/** Reads XML into a tree; throws for what is not well-formed. */
export function xmlTree(xml: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const node = { name, attributes: attributes as Record<string, string>, children: [], text: '' }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('text', (text) => {
    const node = open.at(-1)
    if (node) node.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml).close()
  return root.children[0] ?? root
}

/** Every place where the tree is not what the schema allows, as sentences. */
export function schemaBreaches(node: Node, type = 'Document', path = node.name): string[] {
  const sequence = sequences[type]
  if (type === 'any') return [`${path} is not modelled`]
  if (!sequence) return texts[type]?.test(node.text) ? [] : [`${path}: "${node.text}" is no ${type}`]
  const breaches: string[] = []
  if (choices.has(type) && node.children.length !== 1) breaches.push(`${path} must hold one child`)
  let at = 0
  for (const [name, least, most, childType] of sequence) {
    let count = 0
    for (let child = node.children[at]; child?.name === name; child = node.children[at]) {
      breaches.push(...schemaBreaches(child, childType, `${path}/${name}`))
      count += 1
      at += 1
    }
    if (count < least || count > most) breaches.push(`${path}/${name} comes ${count} times`)
  }
  const stray = node.children[at]
  return stray ? [...breaches, `${path}/${stray.name} has no place there`] : breaches
}

/** The texts of all elements at a path below a node, e.g. `PmtInf/NbOfTxs`. */
export function textsAt(node: Node, path: string): string[] {
  const [first, ...rest] = path.split('/')
  return node.children
    .filter(({ name }) => name === first)
    .flatMap((child) => (rest.length === 0 ? [child.text] : textsAt(child, rest.join('/'))))
}
