const live = process.stdout.isTTY === true
const coloured = live && !process.env.NO_COLOR

const paint = (code: number) => (text: string) =>
  coloured ? `\u001b[${code}m${text}\u001b[0m` : text
export const bold = paint(1)
export const dim = paint(2)
export const red = paint(31)
export const green = paint(32)

const elapsed = (since: number) => {
  const ms = Date.now() - since
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`
}

let hushed = false

/** From now on steps break off because everything stops: that is no failure to print. */
export const hushSteps = () => {
  hushed = true
}

export interface Progress {
  /** A few words about where a long step is. */
  say(words: string): void
}

/**
 * Prints a step: a line that counts the seconds on a terminal, a line every ten seconds elsewhere.
 * `work` answers what came out of it; `describe` puts that into words.
 */
export async function step<T>(
  title: string,
  work: (progress: Progress) => Promise<T>,
  describe?: (result: T) => string,
): Promise<T> {
  const started = Date.now()
  let words = ""
  const line = () => `… ${title}${words ? `: ${words}` : ""} ${dim(elapsed(started))}`
  const clear = () => live && process.stdout.write("\r\u001b[K")
  const ticker = setInterval(
    () => {
      if (live) process.stdout.write(`\r\u001b[K${line()}`.slice(0, process.stdout.columns + 20))
      else console.log(line())
    },
    live ? 200 : 10_000,
  )
  try {
    const result = await work({
      say: (next) => {
        words = next
      },
    })
    clear()
    const outcome = describe?.(result)
    console.log(
      `${green("✓")} ${title}${outcome ? `: ${outcome}` : ""} ${dim(`(${elapsed(started)})`)}`,
    )
    return result
  } catch (error) {
    clear()
    if (!hushed) console.log(`${red("✗")} ${title} ${dim(`(${elapsed(started)})`)}`)
    throw error
  } finally {
    clearInterval(ticker)
  }
}

export const heading = (text: string) => console.log(`\n${bold(text)}`)
