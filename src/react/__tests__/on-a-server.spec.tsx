import { renderToString } from "react-dom/server"
import {
  BankPicker,
  CardForm,
  ExpressButton,
  PayButton,
  PaymentMethods,
  PaymentNotice,
  RozetkaPayProvider,
  SavedCards,
} from ".."
import { actionsWith, cart, way } from "./shown-shop"

const ways = { methods: [way("page"), way("saved_card")], logged_in: true }

describe("A page that a server draws", () => {
  const drawn = (language: string) =>
    renderToString(
      <RozetkaPayProvider actions={actionsWith({})} {...{ language, cart, ways }}>
        <PaymentNotice code="unpaid" />
        <PaymentMethods />
        <PayButton />
        <CardForm way={way("card")} />
        <BankPicker />
        <ExpressButton />
        <SavedCards />
      </RozetkaPayProvider>,
    )

  test("has all components, without a window", () => {
    expect(typeof window).toBe("undefined")
    expect(drawn("en")).toContain("Pay ")
    expect(drawn("en")).toContain('data-method="saved_card"')
    expect(drawn("ua")).toContain("Ви ще не сплатили")
  })

  test("says that the ways are on their way while nobody has listed them", () => {
    const page = renderToString(
      <RozetkaPayProvider actions={actionsWith({})} language="en" cart={cart}>
        <PaymentMethods />
      </RozetkaPayProvider>,
    )
    expect(page).toContain("Looking for the ways to pay")
  })

  test("shows a component outside of its provider as a mistake", () => {
    expect(() => renderToString(<PayButton />)).toThrow("<RozetkaPayProvider>")
    expect(renderToString(<PaymentNotice code="returned" language="en" />)).toContain("way back")
  })
})
