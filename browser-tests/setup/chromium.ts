import { existsSync } from "node:fs"
import { type Browser, chromium } from "playwright-core"

const PLACES = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser"]

/** Where Debian puts it; CHROMIUM names another. */
export const findChromium = (): string | undefined =>
  PLACES.find((place): place is string => place !== undefined && existsSync(place))

export const startChromium = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  })
