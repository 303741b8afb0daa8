import { loadWidget } from "../load-widget"
import { openPage, type StorePage, widgetOf } from "./page-of-a-store"

describe("RozetkaPay's widget in a store's page", () => {
  let page: StorePage
  beforeEach(() => {
    page = openPage()
  })
  afterEach(() => page.leave())

  test("comes from RozetkaPay by one script element, however often it is asked for", async () => {
    const both = Promise.all([loadWidget(), loadWidget()])
    expect(page.scripts.map(({ src }) => src)).toEqual(["https://cdn.rozetkapay.com/widget.js"])
    widgetOf(page).arrive()
    const [one, other] = await both
    expect(one).toBe(other)
    expect(await loadWidget()).toBe(one)
    expect(page.scripts).toHaveLength(1)
  })

  test("comes from another address, with the nonce of the page's policy", async () => {
    const loaded = loadWidget({ scriptUrl: "http://localhost:4010/widget.js", nonce: "n0nce" })
    expect(page.scripts).toMatchObject([
      { src: "http://localhost:4010/widget.js", nonce: "n0nce", async: true },
    ])
    widgetOf(page).arrive()
    await loaded
  })

  test("is there by the script's load event, also when the script calls nobody", async () => {
    const loaded = loadWidget()
    page.window.RPayCardWidget = { init: () => ({ open: () => {}, close: () => {} }) }
    page.scripts[0]?.dispatchEvent(new Event("load"))
    expect(await loaded).toBe(page.window.RPayCardWidget)
  })

  test("that the store's page has brought itself is taken as it is", async () => {
    widgetOf(page).arrive()
    expect(await loadWidget()).toBe(page.window.RPayCardWidget)
    expect(page.scripts).toEqual([])
  })

  test("leaves a store's own __onWidgetReady in place and calls it", async () => {
    const own = jest.fn()
    page.window.__onWidgetReady = own
    const loaded = loadWidget()
    widgetOf(page).arrive()
    await loaded
    expect(own).toHaveBeenCalledTimes(1)
    expect(page.window.__onWidgetReady).toBe(own)
  })

  test("that is blocked says what to look at, and the next try starts anew", async () => {
    const blocked = loadWidget()
    page.scripts[0]?.dispatchEvent(new Event("error"))
    await expect(blocked).rejects.toMatchObject({
      reason: "not_loaded",
      message: expect.stringContaining("Content-Security-Policy"),
    })
    expect(page.scripts).toEqual([])
    const again = loadWidget()
    widgetOf(page).arrive()
    await expect(again).resolves.toBeDefined()
  })

  test("that does not come in time is given up", async () => {
    await expect(loadWidget({ timeoutMs: 10 })).rejects.toMatchObject({ reason: "timeout" })
    expect(page.scripts).toEqual([])
  })

  test("can be imported on a server, and only fails there when it is used", async () => {
    page.leave()
    await expect(loadWidget()).rejects.toMatchObject({ reason: "no_browser" })
  })
})
