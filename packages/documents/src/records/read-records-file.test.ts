import { describe, expect, it } from 'vitest'
import { writeWorkbook } from '../xlsx/write-workbook.ts'
import { type FileRecord, readRecordsFile } from './read-records-file.ts'
import { BALANCE_COLUMNS, CUSTOMER_COLUMNS } from './record-columns.ts'

async function read<Column extends string>(
  bytes: Uint8Array,
  options: Parameters<typeof readRecordsFile<Column>>[1],
) {
  const rows: FileRecord<Column>[] = []
  for await (const row of readRecordsFile(bytes, options)) rows.push(row)
  return rows
}
const customers = (text: string, options = {}) =>
  read(Buffer.from(text), { known: CUSTOMER_COLUMNS, ...options })
const balances = (text: string, options = {}) =>
  read(Buffer.from(text), { known: BALANCE_COLUMNS, ...options })

describe('files of customers and balances', () => {
  it('finds columns by their names in both languages, below titles, and keeps cells as they are written', async () => {
    const text =
      'Клиенты за год\n\nФИО;Телефон;Дата рождения;Код\nАнна;8 (912) 345-67-89;24.12.1980;=1\n;;;\n'
    expect(await customers(text)).toEqual([
      {
        line: 4,
        cells: ['Анна', '8 (912) 345-67-89', '24.12.1980', '=1'],
        values: { name: 'Анна', phone: '8 (912) 345-67-89', birthDate: '1980-12-24', reference: '=1' },
      },
    ])
  })

  it('asks for what a date or a number leaves open, and takes the answer', async () => {
    const text = 'phone,points,expires\n+79120000000,"1,250",08/10/2027\n'
    await expect(balances(text)).rejects.toMatchObject({
      questions: [{ kind: 'DATE_ORDER' }, { kind: 'DECIMAL_MARK' }],
    })
    const [row] = await balances(text, { dateOrder: 'DMY', decimalMark: '.' })
    expect(row?.values).toEqual({ customer: '+79120000000', points: '1250', endsOn: '2027-10-08' })
  })

  it('takes whole points alone, and says of a row what is wrong with it', async () => {
    const text = 'phone;points\na;150,00\nb;0\nc;1,5\nd;-3\ne;x\nf;1;2\n'
    const rows = await balances(text)
    expect(rows.map(({ values, problem }) => problem?.code ?? values.points)).toEqual([
      ...['150', 'NOT_WHOLE', 'NOT_WHOLE', 'NOT_WHOLE', 'INVALID_AMOUNT', 'TOO_MANY_CELLS'],
    ])
  })

  it('names the column that is missing, also one of the caller', async () => {
    await expect(customers('a;b\n1;2\n')).rejects.toMatchObject({ kind: 'COLUMN_MISSING', field: 'name' })
    const options = { columns: { phone: 'Кому звонить' } }
    await expect(customers('ФИО;Телефон\n1;2\n', options)).rejects.toMatchObject({ field: 'phone' })
    const [row] = await customers('ФИО;Кому звонить;Телефон\nАнна;1;2\n', options)
    expect(row?.values).toMatchObject({ phone: '1' })
  })

  it('reads a workbook, whose numbers are telephones and days', async () => {
    const bytes = writeWorkbook({
      name: 'Клиенты',
      head: ['ФИО', 'Телефон', 'Дата рождения'],
      rows: [['Анна', { number: '79120000000' }, { number: '29579' }]],
    })
    const [row] = await read(bytes, { known: CUSTOMER_COLUMNS })
    expect(row?.values).toEqual({ name: 'Анна', phone: '79120000000', birthDate: '1980-12-24' })
  })
})
