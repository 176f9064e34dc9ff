import { type ColumnDef, type RowData, tableFeatures, useTable } from '@tanstack/react-table'
import type { ReactNode } from 'react'

const features = tableFeatures({})

/** A column of a list. Numbers stand at the end, so that their digits are one below another. */
export interface Column<Row> {
  readonly id: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  readonly isNumber?: boolean
  /** Whether a narrow screen does without it. */
  readonly isMinor?: boolean
}

interface DataTableProps<Row> {
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly rowId: (row: Row) => string
  /** What the table holds, for who does not see it. */
  readonly label: string
}

/** A list as a table. */
export function DataTable<Row extends RowData>({ rows, columns, rowId, label }: DataTableProps<Row>) {
  const definitions = columns.map(
    ({ id, header, cell }): ColumnDef<typeof features, Row> => ({
      ...{ id, header },
      cell: ({ row }) => cell(row.original),
    }),
  )
  const table = useTable({ features, columns: definitions, data: rows as Row[], getRowId: rowId })
  const classOf = (id: string) => {
    const column = columns.find((one) => one.id === id)
    return (
      [column?.isNumber ? 'end amount' : '', column?.isMinor ? 'minor' : ''].join(' ').trim() || undefined
    )
  }
  return (
    <div className="table-wrap">
      <table className="table" aria-label={label}>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <th key={header.id} scope="col" className={classOf(header.column.id)}>
                  <table.FlexRender header={header} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {row.getAllCells().map((cell) => (
                <td key={cell.id} className={classOf(cell.column.id)}>
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
