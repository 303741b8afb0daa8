import { type Html, html } from "../pages/html"
import { ledgerOf, type Payment } from "../payment"
import type { CabinetTexts } from "./texts-uk"

/** What the merchant's cabinet, the bank and the payout can do to a payment: plain buttons. */
export const movesForm = (payment: Payment, words: CabinetTexts): Html =>
  html`<form method="post" class="moves">
  <label>${words.amount}<input name="amount" inputmode="decimal" placeholder="${words.all}"></label>
  <fieldset><legend>${words.cabinet}</legend>${button("confirm", words.confirm)}${button(
    "cancel",
    words.cancel,
  )}${button("refund", words.refund)}${button("resend", words.resend)}</fieldset>
  <fieldset><legend>${
    payment.kind === "payparts" ? words.customersBank : words.holdersBank
  }</legend>${button("hold-cancelled", words.holdCancelled)}${
    payment.kind !== "payparts" &&
    html`${button("chargeback", words.chargeback)}${button("representment", words.representment)}`
  }</fieldset>
  <fieldset><legend>${words.payout}</legend>${button("pay-out", words.payOut)}${button(
    "leave-out",
    words.leaveOut,
  )}</fieldset>
  ${
    ledgerOf(payment).refunding > 0n &&
    html`<fieldset><legend>${words.deferred}</legend>${button("settle", words.settle)}${button(
      "fail",
      words.fail,
    )}</fieldset>`
  }
</form>`

const button = (move: string, label: string): Html =>
  html`<button name="move" value="${move}">${label}</button>`
