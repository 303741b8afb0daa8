import type { Spread } from "./spread"
import { reaches } from "./target"

/** One line of the table. */
export type Row = {
  what: string
  /** A ratio (or a count) over the rounds. */
  value: Spread
  /** What the ratio should be at most; left out where the figure only informs. */
  target?: string
  /** The same in milliseconds, seconds or pieces. */
  figures: string
}

/** Three significant places are more than a shared machine can promise. */
const short = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)

/** "118 / 124 / 131": smallest, middle and largest. */
export const figures = ({ min, median, max }: Spread): string =>
  [min, median, max].map(short).join(" / ")

const HEADINGS = ["", "min", "median", "max", "target", "in figures (min / median / max)"]

/** Plain text with aligned columns; a section's title stands above its rows. */
export function textTable(sections: { title: string; rows: Row[] }[]): string {
  const cells = sections.flatMap(({ rows }) => rows.map(cellsOf))
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...cells.map((row) => (row[column] ?? "").length)),
  )
  const line = (row: string[]) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return column >= 1 && column <= 3 ? cell.padStart(width) : cell.padEnd(width)
      })
      .join("  ")
      .trimEnd()
  return [
    line(HEADINGS),
    ...sections.flatMap(({ title, rows }) => ["", title, ...rows.map((row) => line(cellsOf(row)))]),
  ].join("\n")
}

const cellsOf = ({ what, value, target, figures }: Row): string[] => [
  `  ${what}`,
  short(value.min),
  short(value.median),
  short(value.max),
  target === undefined ? "–" : reaches(target, value.median) ? target : `${target} ✗`,
  figures,
]
