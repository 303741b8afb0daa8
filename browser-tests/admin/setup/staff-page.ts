import type { Browser, BrowserContextOptions, Page } from "playwright-core"
import { STAFF } from "./admin-store"
import { type StaffWords, wordsIn } from "./words"

export type Device = "desktop" | "phone"
export type Language = "uk" | "en"
export type Theme = "light" | "dark"
export type Look = { device?: Device; language?: Language; theme?: Theme }

const DEVICES: Record<Device, BrowserContextOptions> = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
}

/** Milliseconds: a busy machine may need long for one click. */
const PATIENCE = 90_000

const NOTHING = '<svg xmlns="http://www.w3.org/2000/svg"/>'

/** What Medusa's own pages (2.21.2) complain about. */
const MEDUSAS_OWN = [
  // The order's page puts a <div> into a <p>.
  /validateDOMNesting\(\.\.\.\): %s cannot appear as a descendant of <%s>\.%s <div> p /,
]

/** A browser in which somebody of the staff works, and all that their page has complained about. */
export type StaffPage = { page: Page; backend: string; errors: string[]; words: StaffWords }

/**
 * Staff's browser, logged in unless told otherwise. Every error on its console is remembered, for
 * `expectCleanConsole`.
 */
export async function staffPage(
  stage: { readonly store: { backend: string }; readonly browser: Browser },
  { device = "desktop", language = "uk", theme = "light" }: Look = {},
  { isLoggedIn = true } = {},
): Promise<StaffPage> {
  const { backend } = stage.store
  const context = await stage.browser.newContext({
    ...DEVICES[device],
    locale: language === "uk" ? "uk-UA" : "en-GB",
    timezoneId: "Europe/Kyiv",
    colorScheme: theme,
    reducedMotion: "reduce",
  })
  context.setDefaultTimeout(PATIENCE)
  // Where the dashboard keeps the language that somebody chose in their profile.
  await context.addCookies([{ name: "lng", value: language, url: backend }])
  if (isLoggedIn) {
    const login = await context.request.post(`${backend}/auth/user/emailpass`, { data: STAFF })
    const { token } = await login.json()
    await context.request.post(`${backend}/auth/session`, {
      headers: { authorization: `Bearer ${token}` },
    })
  }
  // The dashboard's flags and the like: nothing here depends on the outside.
  await context.route(
    (address) => address.origin !== backend,
    (route) => route.fulfill({ status: 200, contentType: "image/svg+xml", body: NOTHING }),
  )
  const page = await context.newPage()
  const errors: string[] = []
  page.on("pageerror", (error) => errors.push(error.message))
  page.on("console", (said) => {
    if (said.type() === "error") errors.push(`${said.text()} (${said.location().url})`)
  })
  return { page, backend, errors, words: wordsIn(language) }
}

export const openAdmin = async ({ page, backend }: StaffPage, path: string): Promise<void> => {
  await page.goto(`${backend}/app${path}`)
}

/**
 * The end of a visit: nothing was complained about on the console.
 *
 * @param allowed what this test provokes: the browser itself reports every refused request there
 */
export const leaveClean = async (
  { page, errors }: StaffPage,
  allowed: RegExp[] = [],
): Promise<void> => {
  await page.context().close()
  const known = [...MEDUSAS_OWN, ...allowed]
  expect(errors.filter((error) => !known.some((one) => one.test(error)))).toEqual([])
}
