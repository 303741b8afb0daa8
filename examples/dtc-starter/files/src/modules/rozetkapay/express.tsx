"use client"

import { cartWithProduct } from "@lib/data/rozetkapay"
import type { HttpTypes } from "@medusajs/types"
import { ExpressButton, RozetkaPayProvider } from "medusa-payment-rozetkapay/react"
import "medusa-payment-rozetkapay/react/styles.css"
import { useParams, useRouter } from "next/navigation"
import { useEffect, useState } from "react"
import { actions } from "./actions"

/** The store offers it by the provider's option `express`. */
const IS_OFFERED = process.env.NEXT_PUBLIC_ROZETKAPAY_EXPRESS === "true"

type ExpressProps = {
  cart?: HttpTypes.StoreCart
  /** Buys this one alone, in a cart of its own. */
  variantId?: string
}

/** Buying in one click: delivery, recipient and payment are chosen on RozetkaPay's page. */
const Express = ({ cart, variantId }: ExpressProps) => {
  const router = useRouter()
  const { countryCode } = useParams<{ countryCode: string }>()
  const language = useBrowserLanguage()

  if (!IS_OFFERED || !language || !(cart || variantId)) return null
  return (
    <RozetkaPayProvider
      actions={actions}
      cart={cart ?? null}
      language={language}
      onOrdered={() => router.refresh()}
      onCartChanged={() => router.refresh()}
    >
      <ExpressButton
        cartId={variantId ? () => cartWithProduct(variantId, countryCode) : undefined}
      />
    </RozetkaPayProvider>
  )
}

export default Express

/** What the shopper has chosen in the shop, else what the browser speaks; null on the server. */
const useBrowserLanguage = (): string | null => {
  const [language, setLanguage] = useState<string | null>(null)
  useEffect(() => {
    const chosen = /(?:^|; )_medusa_locale=([^;]+)/.exec(document.cookie)?.[1]
    setLanguage(chosen ?? navigator.language)
  }, [])
  return language
}
