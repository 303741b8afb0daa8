import type { Browser } from "playwright-core"
import { findChromium, startChromium } from "./chromium"
import { type DemoStore, startDemoStore } from "./demo-store"

type Stoppable = { stop(): Promise<void> }

/** What a suite's tests work with; filled before the first of them runs. */
export type Stage<Store extends Stoppable> = { readonly store: Store; readonly browser: Browser }

export type DemoStage = Stage<DemoStore>

const executable = findChromium()
const suite = executable || process.env.CI ? describe : describe.skip
if (!executable)
  console.warn("No chromium found (set CHROMIUM to its path): no browser was tested.")

/** A suite with a store and a browser of its own. Skipped where there is no browser; on CI it fails. */
export const suiteWith = <Store extends Stoppable>(
  title: string,
  startStore: () => Promise<Store>,
  tests: (stage: Stage<Store>) => void,
): void =>
  suite(title, () => {
    let store: Store | undefined
    let browser: Browser | undefined

    beforeAll(async () => {
      if (!executable)
        throw new Error("Please install Debian's chromium, or set CHROMIUM to its path.")
      store = await startStore()
      browser = await startChromium(executable)
    }, 630_000)

    afterAll(async () => {
      await browser?.close()
      await store?.stop()
    }, 60_000)

    tests({
      get store() {
        return started(store)
      },
      get browser() {
        return started(browser)
      },
    })
  })

/**
 * A suite in the demo store.
 *
 * @param start further arguments of `npm start`
 */
export const browserSuite = (
  title: string,
  tests: (stage: DemoStage) => void,
  start: string[] = [],
): void => suiteWith(title, () => startDemoStore(start), tests)

const started = <Part>(part: Part | undefined): Part => {
  if (part === undefined) throw new Error("The store and the browser start before the first test.")
  return part
}
