import type { Chosen, TakesChoice } from "../../provider/capabilities"
import { providerOf } from "../../provider/provider-of"
import type { PaymentToChooseFor } from "../../provider/start/start-session"
import { alternativeAdapter } from "./descriptor"
import { readChoice } from "./read-choice"

/** Medusa's payment provider `rozetkapay-alternative`: BLIK, Przelewy24 and what else Polish banks and lenders have. */
export class RozetkaPayAlternativeProviderService
  extends providerOf(alternativeAdapter)
  implements TakesChoice
{
  async choiceFor(payment: PaymentToChooseFor): Promise<Chosen> {
    return readChoice(payment, this.options)
  }
}
