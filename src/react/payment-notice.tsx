import { type ReactElement, useContext, useEffect, useRef, useState } from "react"
import { paymentSentence } from "../storefront/payment-sentence"
import { readReturn } from "../storefront/read-return"
import { CheckoutContext } from "./checkout-context"
import { classNames } from "./class-names"
import type { PaymentNoticeProps } from "./props"
import { languageOf, sayIn, type TextName } from "./texts"

/**
 * What became of a payment that the shopper comes back from, by its code alone: nothing of the address is
 * repeated. Who only left is not told of a failure. Stands also outside of the provider.
 */
export const PaymentNotice = (props: PaymentNoticeProps): ReactElement | null => {
  const { focus = true, className } = props
  const checkout = useContext(CheckoutContext)
  const [read, setRead] = useState<string | null>(null)
  const box = useRef<HTMLDivElement>(null)
  // Only when the server's page is taken over: what it drew knew nothing of the address.
  useEffect(() => {
    if (props.code === undefined) setRead(readReturn(window.location.search)?.code ?? null)
  }, [props.code])
  const code = props.code === undefined ? read : props.code
  useEffect(() => {
    if (code && focus) box.current?.focus()
  }, [code, focus])
  if (!code) return null

  const language = props.language ? languageOf(props.language) : (checkout?.language ?? "uk")
  const t = checkout && !props.language ? checkout.t : sayIn(language)
  const message = paymentSentence(code, language)
  const kind = kindOf(code)
  return (
    <div
      ref={box}
      tabIndex={-1}
      role={kind === "declined" ? "alert" : "status"}
      className={classNames("rozetkapay-notice", `rozetkapay-notice-${kind}`, className)}
      data-reason={code}
    >
      <strong className="rozetkapay-notice-heading">{t(HEADINGS[kind])}</strong>
      <p>{checkout?.say({ code, message }) ?? message}</p>
    </div>
  )
}

const HEADINGS = {
  declined: "notice_declined",
  unpaid: "notice_unpaid",
  unconfirmed: "notice_unconfirmed",
  returned: "notice_returned",
  paid_otherwise: "notice_paid_otherwise",
  unexplained: "notice_unexplained",
  unknown_session: "notice_unknown_session",
} as const satisfies Record<string, TextName>

type Kind = keyof typeof HEADINGS

/** RozetkaPay's own codes of who went away, or let the time run out: nobody refused anything. */
const LEFT = ["transaction_is_canceled_by_payer", "order_expired", "session_expired", "timeout"]

/** Any other code is a refusal's. */
const kindOf = (code: string): Kind => {
  if (LEFT.includes(code)) return "unpaid"
  return isKind(code) ? code : "declined"
}

const isKind = (code: string): code is Kind => Object.hasOwn(HEADINGS, code)
