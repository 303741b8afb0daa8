import type { BrowserContextOptions, Page } from "playwright-core"
import { browserSuite } from "./setup/browser-suite"
import {
  CARD,
  DESKTOP,
  isWiderThanScreen,
  newShopper,
  orderPlaced,
  PHONE,
  payByCard,
  toCheckout,
} from "./setup/shopper"

browserSuite("A shopper who pays without leaving the shop", (stage) => {
  const choose = async (page: Page, way: "page" | "here" | "saved") => {
    await page.locator(`input[name=way][value=${way}]`).check()
    await page.locator(`.way-body[data-way=${way}]`).waitFor()
  }

  /** RozetkaPay's form stands in a frame of its own: the shop's page can't look into it. */
  const cardForm = (page: Page) => page.frameLocator(".card-form iframe")

  const atCardForm = async (device: BrowserContextOptions): Promise<Page> => {
    const page = await newShopper(stage.browser, device)
    await toCheckout(page, stage.store)
    await choose(page, "here")
    await cardForm(page).locator("#card").waitFor()
    return page
  }

  const logIn = async (page: Page) => {
    await page.locator("#log-in").click()
    await page.locator("#customer").waitFor()
  }

  const complaint = async (page: Page): Promise<string> => {
    const problem = page.locator(".paying [role=alert]:not([hidden])")
    await problem.waitFor()
    return problem.innerText()
  }

  describe.each([
    ["a phone", PHONE],
    ["a computer", DESKTOP],
  ])("on %s", (_, device) => {
    test("pays by card and reads the order's number, under a strict policy, and the shop never sees the card", async () => {
      const page = await newShopper(stage.browser, device)
      const refusedByPolicy: string[] = []
      page.on("console", (said) => {
        if (/content security policy/i.test(said.text())) refusedByPolicy.push(said.text())
      })
      const sentToShop: string[] = []
      const seen: string[] = []
      page.on("request", (request) => {
        if (request.url().startsWith(stage.store.backend)) sentToShop.push(request.postData() ?? "")
      })
      // What was shown: a callback that is placing the order already sends the shopper to it
      // through the plugin's route, which redirects.
      page.on("framenavigated", (frame) => {
        if (frame === page.mainFrame()) seen.push(new URL(frame.url()).origin)
      })
      await toCheckout(page, stage.store)
      await choose(page, "here")
      await cardForm(page).locator("#card").waitFor()
      expect(await isWiderThanScreen(page)).toBe(false)
      await payByCard(cardForm(page), CARD.plain)
      await orderPlaced(page)
      expect(await isWiderThanScreen(page)).toBe(false)
      expect(new Set(seen)).toEqual(new Set([stage.store.storefront]))
      expect(refusedByPolicy).toEqual([])
      expect(sentToShop.join()).toContain("cc_token")
      expect(sentToShop.join().replace(/\D/g, "")).not.toContain(CARD.plain)
      await page.context().close()
    })

    test("confirms in the bank and comes back to the placed order", async () => {
      const page = await atCardForm(device)
      await payByCard(cardForm(page), CARD.secure)
      await page.waitForURL(/\/3ds\//)
      await page.locator("button[value=approve]").click()
      await orderPlaced(page)
      await page.context().close()
    })

    test("is declined, reads why in their language, and pays with another card on the same page", async () => {
      const page = await atCardForm(device)
      await payByCard(cardForm(page), CARD.poor)
      expect(await complaint(page)).toMatch(/недостатньо коштів/)
      await page.locator("button[data-language=en]").click()
      await cardForm(page).locator("#card").waitFor()
      await payByCard(cardForm(page), CARD.poor)
      expect(await complaint(page)).toMatch(/not enough money/)
      await payByCard(cardForm(page), CARD.plain)
      await orderPlaced(page)
      await page.context().close()
    })

    test("rejects, steps back from or leaves the bank's page, and pays the same cart after all", async () => {
      const page = await atCardForm(device)
      await payByCard(cardForm(page), CARD.secure)
      await page.locator("button[value=reject]").click()
      const notice = page.locator(".notice[data-reason]")
      await notice.waitFor()
      expect(await notice.innerText()).toMatch(/не підтверджено/)
      await payByCard(cardForm(page), CARD.secure)
      await page.waitForURL(/\/3ds\//)
      await page.goBack()
      await payByCard(cardForm(page), CARD.secure)
      await page.locator("a.leave").click()
      await page.locator(".left a").click()
      await page.locator(".notice[data-reason=unconfirmed]").waitFor()
      expect(await notice.innerText()).toMatch(/сплатити ще раз/)
      await payByCard(cardForm(page), CARD.plain)
      await orderPlaced(page)
      await page.context().close()
    })

    test("saves a card, finds it among their cards, pays with it, and deletes it", async () => {
      const page = await atCardForm(device)
      expect(await page.locator("#save").count()).toBe(0)
      await logIn(page)
      await cardForm(page).locator("#card").waitFor()
      await page.locator("#save").check()
      await payByCard(cardForm(page), CARD.plain)
      await orderPlaced(page)

      await toCheckout(page, stage.store)
      await choose(page, "saved")
      const card = page.locator(".cards li", { hasText: "1111" })
      await card.waitFor()
      expect(await isWiderThanScreen(page)).toBe(false)
      await page.locator("#pay").click()
      await orderPlaced(page)

      await toCheckout(page, stage.store)
      await card.locator(".delete").click()
      await page.locator("#no-cards").waitFor()
      await page.reload()
      await page.locator("#no-cards").waitFor()
      await page.locator("#log-out").click()
      await page.locator("#log-in").waitFor()
      await page.context().close()
    })
  })
})
