import type { MedusaResponse } from "@medusajs/framework/http"
import type { OrderName } from "../../../admin-client/sums"

/** A cell; null is an empty one. */
export type Cell = string | null

/** By which spreadsheets know UTF-8. */
const BOM = "\uFEFF"
const END = "\r\n"

/** What a spreadsheet would run as a formula, whoever wrote it: a shopper's name, a description at RozetkaPay. */
const FORMULA = /^[=+\-@\t\r\n]/
const DECIMAL = /^-?\d+(\.\d+)?$/

const written = (cell: Cell): string => {
  if (cell === null) return ""
  const harmless = FORMULA.test(cell) && !DECIMAL.test(cell) ? `'${cell}` : cell
  return /[",;\t\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** One line, its end included. */
export const csvLine = (cells: Cell[]): string => cells.map(written).join(",") + END

/** Before the first row: the byte order mark, and the columns' names. */
export const csvHead = (columns: string[]): string => BOM + csvLine(columns)

/** A row's cells in the order of its columns. */
export const cellsOf = <Name extends string>(columns: Name[], cells: Record<Name, Cell>): Cell[] =>
  columns.map((column) => cells[column])

/** "7": a number, by which a spreadsheet sorts. */
export const orderNumber = (order: OrderName | null): Cell => order && String(order.display_id)

/** A whole table (RFC 4180). A formula in a cell stays a text. */
export const csvOf = (columns: string[], rows: Cell[][]): string =>
  csvHead(columns) + rows.map(csvLine).join("")

/** @param name of the file, without its ending: letters, digits, "-" and "_" */
export const asCsvFile = (res: MedusaResponse, name: string): MedusaResponse => {
  res.setHeader("Content-Type", "text/csv; charset=utf-8")
  res.setHeader("Content-Disposition", `attachment; filename="${name.replace(/[^\w-]/g, "_")}.csv"`)
  return res
}
