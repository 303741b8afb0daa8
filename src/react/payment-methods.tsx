import type { ReactElement } from "react"
import type { PaymentMethodsProps } from "./props"

export const PaymentMethods = (_: PaymentMethodsProps): ReactElement | null => null
