import { forgetTyped } from "./address-form"
import { isLoggedIn, logIn, logOut } from "./customer"
import { button, element } from "./elements"
import { config } from "./store"
import { texts } from "./texts"

/** One press logs in: this is a demo, and its customer has nothing to hide. */
export function account(redraw: () => Promise<void>): HTMLElement {
  const name = `${config.customer.first_name} ${config.customer.last_name}`
  const turn = isLoggedIn()
    ? button(texts.logOut, { class: "plain", id: "log-out" }, () => {
        logOut()
        forgetTyped()
        return redraw()
      })
    : button(`${texts.logIn} ${name}`, { class: "plain", id: "log-in" }, async () => {
        await logIn()
        forgetTyped()
        await redraw()
      })
  return element(
    "p",
    { class: "account quiet" },
    isLoggedIn() && element("span", { id: "customer" }, `${texts.loggedIn} ${name}`),
    turn,
  )
}
