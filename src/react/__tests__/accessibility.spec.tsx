/** @jest-environment jsdom */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import axe from "axe-core"
import { BankPicker, ExpressButton, PayButton, PaymentMethods, PaymentNotice, SavedCards } from ".."
import { openShop, way } from "./shown-shop"

const NO_WAY = { code: "amount_below_least", message: "This way of paying begins at ₴500.00." }

describe("Whoever does not see the page, or has no mouse", () => {
  let shop: ReturnType<typeof openShop>
  beforeEach(() => {
    shop = openShop()
  })
  afterEach(() => shop.leave())

  test("finds every field and button by its name", async () => {
    const blik = way("blik", { needs: ["blik_code"], asks: { save: false, remember: true } })
    const methods = [blik, way("page", { available: false, reason: NO_WAY })]
    const card = {
      id: "opt_1",
      mask: "424242******4242",
      brand: "VISA",
      expiry: "2031-04",
      bank: "mono",
      name: null,
      is_default: false,
    }
    await shop.show(
      [
        <PaymentNotice key="notice" code="unpaid" />,
        <PaymentMethods key="ways" />,
        <PayButton key="pay" />,
        <BankPicker key="banks" />,
        <ExpressButton key="express" />,
        <SavedCards key="cards" />,
      ],
      {
        given: {
          listWays: async () => ({ methods, logged_in: true }),
          listCards: async () => ({ cards: [card] }),
        },
      },
    )
    await shop.press(".rozetkapay-pay .rozetkapay-button")
    expect(shop.find(".rozetkapay-pay [role=alert]").textContent).toBe("Please fill in: BLIK code.")
    // jsdom draws nothing: contrast is reckoned below, and what a page is made of is the shop's own.
    HTMLCanvasElement.prototype.getContext = () => null
    const rules = { "color-contrast": { enabled: false }, region: { enabled: false } }
    const { violations } = await axe.run(document.body, { rules })
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })
})

/** By WCAG 2: how much lighter one colour is than the other. */
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [lightness(one), lightness(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const lightness = (color: string): number => {
  const digits =
    color.length === 4 ? [...color.slice(1)].map((one) => one + one).join("") : color.slice(1)
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(digits.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

describe("The optional stylesheet", () => {
  const css = readFileSync(join(__dirname, "../styles.css"), "utf8")
  const color = (name: string) =>
    new RegExp(`--rozetkapay-${name}: (#[0-9a-f]+);`).exec(css)?.[1] ?? ""

  test.each([
    ["ink", "paper"],
    ["quiet", "paper"],
    ["on-accent", "accent"],
    ["bad", "bad-paper"],
    ["focus", "paper"],
  ])("has %s readable on %s", (text, ground) => {
    expect(contrast(color(text), color(ground))).toBeGreaterThanOrEqual(4.5)
  })
})
