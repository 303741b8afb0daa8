import { SavedCards } from "../../../src/react"
import { element } from "./elements"
import { Plugin, pluginPart } from "./plugin-part"
import { config } from "./store"

/** The customer's cards, and what they allow to be charged without them. */
export const savedCardsPart = () =>
  element(
    "section",
    { class: "panel" },
    pluginPart(
      <Plugin>
        <SavedCards widget={config.widget} countryCode="ua" providerId={config.providerId} />
      </Plugin>,
    ),
  )
