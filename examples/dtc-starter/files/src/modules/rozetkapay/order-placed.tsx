"use client"

import { forgetPaidCart } from "@lib/data/rozetkapay"
import { PaymentNotice } from "medusa-payment-rozetkapay/react"
import { readReturn } from "medusa-payment-rozetkapay/storefront"
import "medusa-payment-rozetkapay/react/styles.css"
import { useRouter, useSearchParams } from "next/navigation"
import { useEffect } from "react"

/** On the order's page: forgets the paid cart, and says when another payment of it goes back. */
const OrderPlaced = ({ language }: { language: string }) => {
  const router = useRouter()
  const code = readReturn(useSearchParams())?.code ?? null

  useEffect(() => {
    forgetPaidCart()
      .then(({ forgotten }) => forgotten && router.refresh())
      // The next page that shows the cart finds it paid, too.
      .catch(() => undefined)
  }, [router])

  return <PaymentNotice code={code} language={language} />
}

export default OrderPlaced
