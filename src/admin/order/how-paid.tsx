import type { PaidWith, PaymentOfOrder } from "../../admin-client"
import { countryName } from "../formats"
import { CopyIcon } from "../parts/copy-icon"
import { Fact, FactList } from "../parts/fact-list"
import { useWords } from "../use-words"
import { brandName } from "./brand-name"
import { Receipts } from "./receipts"

type Props = Pick<
  PaymentOfOrder,
  "paid_with" | "fees" | "currency_code" | "receipt_url" | "fiscal_receipts"
>

export const HowPaid = ({ paid_with, fees, currency_code, ...receipts }: Props) => {
  const { say, money, locale } = useWords()
  const { bank, bin_country, rrn, auth_code, three_d_secure } = paid_with
  const country = bin_country && countryName(locale, bin_country)
  return (
    <FactList>
      <Fact name={say("order.paid.with")}>
        <MeansOfPayment {...paid_with} />
      </Fact>
      {(bank || country) && (
        <Fact name={say("order.paid.bank")}>{[bank, country].filter(Boolean).join(", ")}</Fact>
      )}
      <Instalments {...paid_with} currency={currency_code} />
      {rrn && (
        <Fact name={say("order.paid.rrn")}>
          <ToCopy text={rrn} name={say("order.paid.rrn")} />
        </Fact>
      )}
      {auth_code && (
        <Fact name={say("order.paid.auth_code")}>
          <ToCopy text={auth_code} name={say("order.paid.auth_code")} />
        </Fact>
      )}
      {three_d_secure !== null && (
        <Fact name={say("order.paid.three_d_secure")}>
          {say(three_d_secure ? "order.paid.asked" : "order.paid.not_asked")}
        </Fact>
      )}
      {fees.length > 0 && (
        <Fact name={say("order.paid.fee")}>
          {fees.map(({ amount, currency_code: of }) => money(amount, of)).join(" + ")}
        </Fact>
      )}
      <Receipts {...receipts} />
    </FactList>
  )
}

const MeansOfPayment = ({ kind, mask, brand, method }: PaidWith) => {
  const { say } = useWords()
  return (
    <>
      {[say(`order.paid.kind.${kind}`), kind === "alternative" && method, brand && brandName(brand)]
        .filter(Boolean)
        .join(", ")}
      {mask && <span className="block whitespace-nowrap tabular-nums">{mask}</span>}
    </>
  )
}

const Instalments = ({ instalments, currency }: PaidWith & { currency: string }) => {
  const { say, money } = useWords()
  if (!instalments) return null
  const { parts, monthly } = instalments
  return (
    <Fact name={say("order.paid.instalments")}>
      {monthly === null
        ? say("order.paid.instalments_parts", { parts })
        : say("order.paid.instalments_of", { parts, monthly: money(monthly, currency) })}
    </Fact>
  )
}

const ToCopy = ({ text, name }: { text: string; name: string }) => (
  <span className="flex items-start gap-x-1">
    <span className="min-w-0 break-all tabular-nums">{text}</span>
    <CopyIcon text={text} name={name} />
  </span>
)
