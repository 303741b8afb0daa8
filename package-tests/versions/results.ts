/** What came of one check of one version: null is well, a text is its first line of trouble. */
type Outcome = string | null

/** A check that all later ones of this version need has failed. */
export class CanNotGoOn extends Error {}

const WELL = "ok"
const LEFT_OUT = "–"

const firstLine = (error: unknown): string => {
  const text = error instanceof Error ? error.message : String(error)
  const lines = text.split("\n").map((line) => line.trim())
  // Of a command that failed the first line is the command itself.
  const [told = ""] = [...lines.slice(1).filter((line) => /error|fail/i.test(line)), ...lines]
  return (/ ended with /.test(lines[0] ?? "") ? told : (lines[0] ?? "")).slice(0, 200)
}

/** The checks of one version, in the order in which they were made. */
export class Checks {
  readonly outcomes = new Map<string, Outcome>()

  constructor(readonly version: string) {}

  /** @returns what the check has made; undefined when it failed */
  async check<Made>(name: string, work: () => Promise<Made>): Promise<Made | undefined> {
    const begun = Date.now()
    try {
      const made = await work()
      this.note(name, null, begun)
      return made
    } catch (error) {
      this.note(name, firstLine(error), begun)
      console.log(error instanceof Error ? error.message : error)
      return undefined
    }
  }

  /** The same, of what everything after it needs. @throws {CanNotGoOn} */
  async must<Made>(name: string, work: () => Promise<Made>): Promise<Made> {
    const made = await this.check(name, async () => ({ made: await work() }))
    if (!made) throw new CanNotGoOn(name)
    return made.made
  }

  get isWell(): boolean {
    return [...this.outcomes.values()].every((outcome) => outcome === null)
  }

  private note(name: string, outcome: Outcome, begun: number): void {
    this.outcomes.set(name, outcome)
    const seconds = ((Date.now() - begun) / 1000).toFixed(0)
    console.log(`${outcome === null ? "✓" : "✗"} ${this.version}: ${name} (${seconds} s)`)
  }
}

/** A row for each check, a column for each version, and below it what failed. */
export function resultsTable(versions: Checks[]): string {
  const names = [...new Set(versions.flatMap(({ outcomes }) => [...outcomes.keys()]))]
  const cell = ({ outcomes }: Checks, name: string) => {
    const outcome = outcomes.get(name)
    if (outcome === undefined) return LEFT_OUT
    return outcome === null ? WELL : "**fails**"
  }
  const row = (cells: string[]) => `| ${cells.join(" | ")} |`
  const table = [
    row(["Check", ...versions.map(({ version }) => version)]),
    row(["---", ...versions.map(() => "---")]),
    ...names.map((name) => row([name, ...versions.map((one) => cell(one, name))])),
  ]
  const failures = versions.flatMap(({ version, outcomes }) =>
    [...outcomes].flatMap(([name, outcome]) =>
      outcome === null ? [] : [`- ${version}, ${name}: ${outcome}`],
    ),
  )
  return [...table, ...(failures.length > 0 ? ["", ...failures] : [])].join("\n")
}
