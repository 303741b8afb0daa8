"use client"

import { PaymentNotice } from "medusa-payment-rozetkapay/react"
import { readReturn } from "medusa-payment-rozetkapay/storefront"
import "medusa-payment-rozetkapay/react/styles.css"
import { useSearchParams } from "next/navigation"

/** What became of a payment, where there is no checkout to show it in. */
const ReturnNotice = ({ language }: { language: string }) => {
  const code = readReturn(useSearchParams())?.code ?? null
  return <PaymentNotice code={code} language={language} />
}

export default ReturnNotice
