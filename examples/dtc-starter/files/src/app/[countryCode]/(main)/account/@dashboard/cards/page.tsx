import { retrieveCustomer } from "@lib/data/customer"
import { readLanguage } from "@lib/data/rozetkapay"
import RozetkaPayCards from "@modules/rozetkapay/cards"
import type { Metadata } from "next"
import { notFound } from "next/navigation"

export const metadata: Metadata = {
  title: "Cards",
  description: "Your saved cards",
}

export default async function Cards(props: { params: Promise<{ countryCode: string }> }) {
  const { countryCode } = await props.params
  const customer = await retrieveCustomer()

  if (!customer) {
    notFound()
  }

  return (
    <div className="w-full" data-testid="cards-page-wrapper">
      <RozetkaPayCards countryCode={countryCode} language={await readLanguage()} />
    </div>
  )
}
