"use client"

import { isRozetkaPay } from "@lib/rozetkapay"
import type { HttpTypes } from "@medusajs/types"
import { PaymentNotice, RozetkaPayProvider } from "medusa-payment-rozetkapay/react"
import { type PaymentError, readReturn, type WaysToPay } from "medusa-payment-rozetkapay/storefront"
import "medusa-payment-rozetkapay/react/styles.css"
import { useParams, useRouter, useSearchParams } from "next/navigation"
import { createContext, useContext, useEffect, useMemo, useState } from "react"
import { actions } from "./actions"

type RozetkaPayChoice = {
  /** The cart is to be paid through RozetkaPay. */
  isChosen: boolean
  choose: (isChosen: boolean) => void
  /** Of the way to pay, as the shopper reads it. */
  wayName: string
  nameWay: (name: string) => void
}

const ChoiceContext = createContext<RozetkaPayChoice>({
  isChosen: false,
  choose: () => undefined,
  wayName: "",
  nameWay: () => undefined,
})

export const useRozetkaPay = () => useContext(ChoiceContext)

type CheckoutProps = {
  cart: HttpTypes.StoreCart
  /** Null: RozetkaPay is not enabled in the cart's region. */
  ways: WaysToPay | { error: PaymentError } | null
  language: string
  children: React.ReactNode
}

/** Around the steps "payment" and "review", which share the choice. */
export const RozetkaPayCheckout = ({ cart, ways, language, children }: CheckoutProps) => {
  const router = useRouter()
  const searchParams = useSearchParams()
  const { countryCode } = useParams<{ countryCode: string }>()
  const { isChosen, choose } = useChosen(cart, ways !== null)
  const [wayName, nameWay] = useState("")
  const choice = useMemo(
    () => ({ isChosen, choose, wayName, nameWay }),
    [isChosen, choose, wayName],
  )
  return (
    <ChoiceContext.Provider value={choice}>
      <RozetkaPayProvider
        actions={actions}
        cart={cart}
        ways={ways ?? undefined}
        language={language}
        onOrdered={(orderId) =>
          orderId ? router.push(`/${countryCode}/order/${orderId}/confirmed`) : router.refresh()
        }
        onCartChanged={() => router.refresh()}
      >
        <PaymentNotice code={readReturn(searchParams)?.code ?? null} />
        {children}
      </RozetkaPayProvider>
    </ChoiceContext.Provider>
  )
}

/**
 * RozetkaPay unless a session of another provider is open. The tab keeps what was chosen: Medusa drops
 * the session after a refusal, and the choice must outlive that and a reload.
 */
const useChosen = (cart: HttpTypes.StoreCart, isOffered: boolean) => {
  const key = `rozetkapay_chosen_${cart.id}`
  const sessions = cart.payment_collection?.payment_sessions ?? []
  const isOther = sessions.some(
    ({ provider_id, status }) => status === "pending" && !isRozetkaPay(provider_id),
  )
  const [kept, setKept] = useState<string | null>(null)
  useEffect(() => setKept(readKept(key)), [key])
  return useMemo(
    () => ({
      isChosen: isOffered && (kept ? kept === "yes" : !isOther),
      choose: (isChosen: boolean) => {
        setKept(isChosen ? "yes" : "no")
        writeKept(key, isChosen ? "yes" : "no")
      },
    }),
    [isOffered, kept, isOther, key],
  )
}

/** Private windows and strict settings may refuse a tab its memory. */
const readKept = (key: string): string | null => {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

const writeKept = (key: string, value: string): void => {
  try {
    sessionStorage.setItem(key, value)
  } catch {
    // It is only not known any more after a reload.
  }
}
