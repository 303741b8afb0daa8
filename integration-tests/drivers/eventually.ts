import { setTimeout as pause } from "node:timers/promises"

/** Milliseconds between two looks, or as many as a look takes: what is waited for needs the processor, too. */
const PAUSE_MS = 25

/** Looks until `look` gives something true, or says after `withinMs` what never came. */
export async function eventually<Found>(
  what: string,
  look: () => Promise<Found | undefined | false | null>,
  withinMs = 60_000,
): Promise<Found> {
  const deadline = Date.now() + withinMs
  for (;;) {
    const begun = performance.now()
    const found = await look()
    if (found) return found
    if (Date.now() > deadline) throw new Error(`It did not happen within ${withinMs} ms: ${what}`)
    await pause(Math.max(PAUSE_MS, performance.now() - begun))
  }
}
