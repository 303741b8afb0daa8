"use client"

import { RozetkaPayProvider, SavedCards } from "medusa-payment-rozetkapay/react"
import "medusa-payment-rozetkapay/react/styles.css"
import { actions } from "./actions"

type CardsProps = { countryCode: string; language: string }

const RozetkaPayCards = ({ countryCode, language }: CardsProps) => (
  <RozetkaPayProvider actions={actions} language={language}>
    <SavedCards countryCode={countryCode} />
  </RozetkaPayProvider>
)

export default RozetkaPayCards
