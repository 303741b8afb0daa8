/** The cells of a CSV as a spreadsheet reads them (RFC 4180). */
export function readCsv(text: string): string[][] {
  if (!text.endsWith("\r\n")) throw new Error("The file's last line is not whole")
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  const rows: string[][] = []
  let row: string[] = []
  // The mark of UTF-8 is no cell's; whoever reads an answer's text by `fetch` does not get it.
  let end = text.startsWith("\uFEFF") ? 1 : 0
  for (cells.lastIndex = end; end < text.length; ) {
    const cell = cells.exec(text)
    if (!cell) throw new Error(`The file can't be read at character ${end}`)
    const [, quoted, plain = "", apart] = cell
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (apart === "\r\n") {
      rows.push(row)
      row = []
    }
    end = cells.lastIndex
  }
  return rows
}
