import { type CardWidgetFactory, WidgetError, type WidgetWindow } from "./card-widget"

export const WIDGET_SCRIPT = "https://cdn.rozetkapay.com/widget.js"

export type WidgetScript = {
  /** RozetkaPay's own script unless told otherwise; the sandbox prints the address of its own. */
  scriptUrl?: string
  /** Of the page's Content-Security-Policy, when that lets scripts in by nonce. */
  nonce?: string
  /** The longest wait for the script, in milliseconds: 15000. */
  timeoutMs?: number
}

const PATIENCE_MS = 15_000

const loads = new WeakMap<Document, Promise<CardWidgetFactory>>()

/**
 * Brings RozetkaPay's widget into the page, once however often it is asked for. After
 * a failure the next call tries again. Adds one script element and nothing inline.
 *
 * @throws WidgetError `not_loaded`, `timeout`, or `no_browser` on a server
 */
export const loadWidget = (script: WidgetScript = {}): Promise<CardWidgetFactory> => {
  if (typeof document === "undefined") {
    return Promise.reject(
      new WidgetError("no_browser", "RozetkaPay's widget can only be loaded in a browser."),
    )
  }
  const page = document
  const loading =
    loads.get(page) ??
    load(script).catch((error) => {
      loads.delete(page)
      throw error
    })
  loads.set(page, loading)
  return loading
}

const load = ({
  scriptUrl = WIDGET_SCRIPT,
  nonce,
  timeoutMs = PATIENCE_MS,
}: WidgetScript): Promise<CardWidgetFactory> =>
  new Promise((resolve, reject) => {
    const page: Window & WidgetWindow = window
    if (page.RPayCardWidget) return resolve(page.RPayCardWidget)

    const script = document.createElement("script")
    const othersCallback = page.__onWidgetReady
    const done = () => {
      clearTimeout(patience)
      page.__onWidgetReady = othersCallback
    }
    const look = () => {
      if (!page.RPayCardWidget) return
      done()
      resolve(page.RPayCardWidget)
    }
    const fail = (error: WidgetError) => {
      done()
      script.remove()
      reject(error)
    }
    const patience = setTimeout(
      () =>
        fail(
          new WidgetError(
            "timeout",
            `RozetkaPay's widget did not come within ${timeoutMs} ms: ${scriptUrl}`,
          ),
        ),
      timeoutMs,
    )
    page.__onWidgetReady = () => {
      othersCallback?.()
      look()
    }
    script.src = scriptUrl
    script.async = true
    if (nonce) script.nonce = nonce
    script.addEventListener("load", look)
    script.addEventListener("error", () =>
      fail(
        new WidgetError(
          "not_loaded",
          `RozetkaPay's widget could not be loaded. Does the page's Content-Security-Policy (script-src) allow ${scriptUrl}?`,
        ),
      ),
    )
    document.head.append(script)
  })
