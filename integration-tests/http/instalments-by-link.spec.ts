import { AT_ONCE_IN_PARTS, banksOf, IN_APP } from "../drivers/instalments"
import { LinkPage, waysIn } from "../drivers/link-page"
import { paymentsOf, sendLink } from "../drivers/payment-link"
import { PARTS, PARTS_HOLD } from "../setup/further-instances"
import { runStore } from "../setup/run-store"

/** Whose waiting page that is. */
const sessionOf = (address: string): string => address.split("/").at(-1) ?? ""

runStore(
  "A payment link of a store that sells in instalments",
  { capture: true, second: [PARTS, PARTS_HOLD] },
  (store) => {
    it("waits for the bank's app, and after a refusal there offers every way again", async () => {
      const link = await sendLink(store)
      const page = new LinkPage(store, link)
      const mono = `${AT_ONCE_IN_PARTS} ${IN_APP.bank}`
      const choose = async () => {
        const { status, headers } = await page.choose(mono, { parts: String(IN_APP.parts) })
        expect(status).toBe(303)
        return String(headers.get("location"))
      }
      const asked = await choose()
      expect(asked).toContain("/waiting/")
      const waiting = await page.open()
      expect(waiting.text).toContain('http-equiv="refresh"')
      expect(waysIn(waiting)).toEqual([])

      await banksOf(store).customerRefuses(sessionOf(asked))
      await store.gateway.quiet()
      expect(waysIn(await page.open())).toContain(mono)
      const again = await choose()
      expect(again).not.toBe(asked)
      await banksOf(store).customerAgrees(sessionOf(again))
      await store.gateway.quiet()
      expect(paymentsOf(await store.admin.order(link.order.id))).toHaveLength(1)
      expect((await page.open()).text).toContain("Сплачено")
    })
  },
)
