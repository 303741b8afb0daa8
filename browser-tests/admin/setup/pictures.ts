import { mkdirSync, writeFileSync } from "node:fs"
import path from "node:path"
import type { Locator, Page } from "playwright-core"
import type { Language } from "./staff-page"

const ROOT = path.resolve(__dirname, "../../..")
/** Every run leaves its pictures here, for whoever wants to see what the tests saw. */
const SEEN = path.join(ROOT, ".demo/pictures")
/** Those that the pages of docs show: made anew by `npm run docs:pictures`. */
const IN_DOCS = path.join(ROOT, "docs/pictures/admin")
const isForDocs = process.env.DOCS_PICTURES === "true"
/** Bytes. */
const MOST_IN_DOCS = 150 * 1024

/** What was said in passing would lie over what the picture is of. */
const WITHOUT_TOASTS = "[data-sonner-toaster] { display: none }"
const AS_SEEN = { animations: "disabled", caret: "hide", style: WITHOUT_TOASTS } as const

/** Of a page that docs show: wide enough to be read, and of a long list its beginning alone. */
const DOCS_SCREEN = { width: 1280, height: 2400 }
const MOST_HEIGHT = 800

const isPage = (what: Locator | Page): what is Page => "viewportSize" in what

/** A part of a page that is longer than the screen is shown whole. */
const shoot = async (what: Locator | Page): Promise<Buffer> => {
  if (isPage(what)) return what.screenshot(AS_SEEN)
  const page = what.page()
  const screen = page.viewportSize()
  if (screen) await page.setViewportSize({ ...screen, height: 2400 })
  const picture = await what.screenshot(AS_SEEN)
  if (screen) await page.setViewportSize(screen)
  return picture
}

/** Keeps what is to be seen, under this name. */
export async function keepPicture(what: Locator | Page, name: string): Promise<void> {
  mkdirSync(SEEN, { recursive: true })
  writeFileSync(path.join(SEEN, `${name}.png`), await shoot(what))
}

/** The same for a picture of the docs, which has a twin in the other language. */
export async function keepDocsPicture(
  what: Locator,
  name: string,
  language: Language,
): Promise<void> {
  const picture = await shootForDocs(what)
  mkdirSync(SEEN, { recursive: true })
  writeFileSync(path.join(SEEN, `${name}.${language}.png`), picture)
  if (!isForDocs) return
  expect(picture.length).toBeLessThan(MOST_IN_DOCS)
  mkdirSync(IN_DOCS, { recursive: true })
  writeFileSync(path.join(IN_DOCS, `${name}.${language}.png`), picture)
}

const shootForDocs = async (what: Locator): Promise<Buffer> => {
  const page = what.page()
  const screen = page.viewportSize()
  await page.setViewportSize(DOCS_SCREEN)
  await what.scrollIntoViewIfNeeded()
  const place = await what.boundingBox()
  if (!place) throw new Error("There is nothing to take a picture of")
  const clip = { ...place, height: Math.min(place.height, MOST_HEIGHT) }
  const picture = await page.screenshot({ ...AS_SEEN, clip })
  if (screen) await page.setViewportSize(screen)
  return picture
}
