import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { isAtHand, SAMPLE_BODIES, testBy } from "../../../sandbox/__tests__/papers"

/** A test that reads the sample messages; skipped where they are not at hand. */
export const testBySamples = testBy(SAMPLE_BODIES)

/** RozetkaPay's sample messages by file name; none where they are not at hand. */
export const sampleBodies = (): Record<string, string> =>
  isAtHand(SAMPLE_BODIES)
    ? Object.fromEntries(
        readdirSync(SAMPLE_BODIES).map((name) => [
          name,
          readFileSync(join(SAMPLE_BODIES, name), "utf8"),
        ]),
      )
    : {}
