import type { Choice } from "../../core/choice"
import type { Money } from "../../core/money"
import { fill } from "../../messages/fill"
import { BANKS, IN_BANKS_APP } from "../../messages/instalments"
import type { ShopperLanguage } from "../../messages/language"
import type {
  BankOffer,
  Chosen,
  OffersInstalments,
  SaysWhereToConfirm,
  TakesChoice,
} from "../../provider/capabilities"
import { asShoppersError } from "../../provider/payment-errors"
import { providerOf } from "../../provider/provider-of"
import type { PaymentToChooseFor } from "../../provider/start/start-session"
import { payPartsAdapter } from "./descriptor"
import { bankName, banksOf, offerOf } from "./offered-banks"
import { readChoice } from "./read-choice"

/** Medusa's payment provider `rozetkapay-payparts`: purchases that a bank's customer pays in parts. */
export class RozetkaPayPartsProviderService
  extends providerOf(payPartsAdapter)
  implements TakesChoice, OffersInstalments, SaysWhereToConfirm
{
  async choiceFor(payment: PaymentToChooseFor): Promise<Chosen> {
    return readChoice(payment, await this.banks(payment.language), this.options)
  }

  async instalmentsOf(money: Money, language: ShopperLanguage): Promise<BankOffer[]> {
    const told = await this.banks(language)
    return banksOf(told, this.options).map((bank) => offerOf(bank, money, language))
  }

  whereToConfirm({ bank }: Choice, language: ShopperLanguage): string {
    const name = String(bank)
    return (
      BANKS[name]?.asks[language] ??
      fill(IN_BANKS_APP[language], { bank: bankName({ name }, language) })
    )
  }

  private async banks(language: ShopperLanguage) {
    return this.gateway.offers.all().catch((error: unknown) => {
      throw asShoppersError(error, language)
    })
  }
}
