import { moneyOf } from "../../../../core/money"
import { linkPage } from "../link-page"
import type { Link } from "../read-link"

const link: Link = {
  orderNumber: 12,
  money: moneyOf("1319.99", "UAH"),
  state: "payable",
  checkoutUrl: "https://checkout.example/p?a=1&b=2",
}

describe("a payment link's page", () => {
  test("says which order it is for, how much, and leads to RozetkaPay", () => {
    const page = linkPage(link, null, "uk")
    expect(page).toContain("Замовлення №12")
    expect(page).toContain("1\u00a0319,99\u00a0₴")
    expect(page).toContain('href="https://checkout.example/p?a=1&amp;b=2"')
  })

  test("says why a payment was refused, in words of its own, whatever stands in the address", () => {
    expect(linkPage(link, "insufficient_funds", "en")).toContain('class="why"')
    for (const forged of ["<script>alert(1)</script>", "Call +380 44 000 00 00", "__proto__"]) {
      expect(linkPage(link, forged, "en")).not.toContain(forged)
    }
  })

  test("asks for nothing when the order is paid or was cancelled", () => {
    for (const state of ["paid", "canceled"] as const) {
      const page = linkPage({ ...link, state }, "declined", "en")
      expect(page).not.toContain('href="https')
      expect(page).not.toContain("1,319.99")
    }
  })

  test("asks to open the shop's link again when no page of RozetkaPay's is open", () => {
    expect(linkPage({ ...link, checkoutUrl: null }, null, "uk")).toContain("посилання магазину")
  })
})
