import type { ReactElement } from "react"
import type { PaymentNoticeProps } from "./props"

export const PaymentNotice = (_: PaymentNoticeProps): ReactElement | null => null
