import { Table } from "@medusajs/ui"
import type { ReactNode } from "react"

export type Column<Row> = {
  /** Also its key. */
  title: string
  cell: (row: Row) => ReactNode
  isNumber?: boolean
}

type Props<Row> = {
  /** What the table shows, for those who do not see it. */
  label: string
  columns: Column<Row>[]
  rows: Row[]
  keyOf: (row: Row) => string
}

/** On a narrow screen it scrolls within its box, by finger and by keyboard, and the page does not. */
export const WideTable = <Row,>({ label, columns, rows, keyOf }: Props<Row>) => (
  <section
    aria-label={label}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    tabIndex={0}
    className="focus-visible:shadow-borders-focus overflow-x-auto outline-none"
  >
    <Table>
      <Table.Header className="border-t-0">
        <Table.Row>
          {columns.map(({ title, isNumber }) => (
            <Table.HeaderCell key={title} scope="col" className={alignment(isNumber)}>
              {title}
            </Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Header>
      <Table.Body className="border-b-0">
        {rows.map((row) => (
          <Table.Row key={keyOf(row)} className="last-of-type:border-b-0">
            {columns.map(({ title, cell, isNumber }) => (
              <Table.Cell key={title} className={alignment(isNumber)}>
                {cell(row)}
              </Table.Cell>
            ))}
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  </section>
)

const alignment = (isNumber = false) =>
  isNumber ? "whitespace-nowrap text-right tabular-nums" : "whitespace-nowrap"
