import type { Page } from "playwright-core"
import { z } from "zod"
import { browserSuite } from "./setup/browser-suite"
import { expectFit } from "./setup/fit-page"
import {
  CARD,
  CHOSEN,
  cardForm,
  choose,
  DESKTOP,
  logIn,
  newShopper,
  orderPlaced,
  PAY,
  PHONE,
  payByCard,
} from "./setup/shopper"

const listed = z.object({
  payments: z.array(
    z.object({
      kind: z.string(),
      external_id: z.string(),
      batch_external_id: z.string().optional(),
      api_key: z.string().optional(),
      created_at: z.string(),
      ledger: z.object({ held: z.string() }),
    }),
  ),
})

/** Milliseconds for one test, on a busy machine. */
jest.setTimeout(300_000)

browserSuite(
  "A shopper of two sellers",
  (stage) => {
    /** With a shirt of one seller and two mugs of the other in the cart. */
    const toPay = async (page: Page) => {
      await page.goto(`${stage.store.storefront}/ua`)
      const handles = ["sorochka-polissia", "gorniatko-karpaty", "gorniatko-karpaty"]
      for (const [index, handle] of handles.entries()) {
        await page.locator(`.add[data-handle=${handle}]`).click()
        // Not before the page itself has counted it does the button take another press.
        await page.locator("a.cart-bar .count", { hasText: `${index + 1}` }).waitFor()
      }
      await page.locator("a.cart-bar").click()
      await page.locator(CHOSEN).waitFor()
    }

    /** What RozetkaPay holds for each seller of the newest payment. */
    const heldForSellers = async () => {
      const answer = await fetch(`${stage.store.sandbox}/sandbox/payments`)
      const { payments } = listed.parse(await answer.json())
      const batches = payments.filter(({ kind }) => kind === "batch")
      const newest = Math.max(...batches.map(({ created_at }) => Date.parse(created_at)))
      const batch = batches.find(({ created_at }) => Date.parse(created_at) === newest)
      const parts = payments.filter((one) => one.batch_external_id === batch?.external_id)
      return Object.fromEntries(parts.map(({ api_key, ledger }) => [api_key, ledger.held]))
    }

    /** The shirt with the delivery, and the mugs. */
    const EACH_THEIRS = { "seller-olena": "1338.99", "seller-taras": "779.00" }

    test("sees on a phone whose each product is, reads at RozetkaPay what each seller gets, and pays once for both", async () => {
      const page = await newShopper(stage.browser, PHONE)
      await page.goto(`${stage.store.storefront}/ua`)
      await page.locator(".seller").first().waitFor()
      expect((await page.locator(".card .seller").allInnerTexts()).sort()).toEqual([
        "Продавець: Двір Тараса",
        "Продавець: Двір Тараса",
        "Продавець: Майстерня Олени",
        "Продавець: Майстерня Олени",
      ])
      await toPay(page)
      await expectFit(page)
      expect((await page.locator(".lines .seller").allInnerTexts()).sort()).toEqual([
        "Продавець: Двір Тараса",
        "Продавець: Майстерня Олени",
      ])
      expect(await page.locator(".sums .part").allInnerTexts()).toEqual([
        expect.stringMatching(/^Майстерня Олени \(з доставкою\)\s+1\s338,99/),
        expect.stringMatching(/^Двір Тараса\s+779,00/),
      ])
      await page.locator(PAY).click()
      await page.waitForURL(/\/checkout\/[0-9a-f-]+/)
      expect(await page.locator(".part").allInnerTexts()).toEqual([
        expect.stringMatching(/Майстерня Олени[\s\S]*Полісся[\s\S]*1\s?338,99/),
        expect.stringMatching(/Двір Тараса[\s\S]*Карпати[\s\S]*779,00/),
      ])
      // The delivery is no part of the shirt's price.
      expect(await page.locator(".part").first().locator(".lines li").allInnerTexts()).toEqual([
        expect.stringMatching(/Полісся[\s\S]*1\s?249,99/),
        expect.stringMatching(/Нова пошта[\s\S]*89,00/),
      ])
      await payByCard(page, CARD.plain)
      await orderPlaced(page)
      expect(await heldForSellers()).toEqual(EACH_THEIRS)
    })

    test("pays both in the shop with the bank's confirmation, and is not asked to save the card", async () => {
      const page = await newShopper(stage.browser, DESKTOP)
      await toPay(page)
      await logIn(page)
      await choose(page, "card")
      const form = cardForm(page)
      await form.locator("#card").waitFor()
      expect(await page.locator("[data-method]").count()).toBe(2)
      expect(await page.locator(".rozetkapay-consent").count()).toBe(0)
      await payByCard(form, CARD.secure)
      await page.locator("button[value=approve]").click()
      await orderPlaced(page)
      expect(await heldForSellers()).toEqual(EACH_THEIRS)
    })
  },
  ["--marketplace"],
)
