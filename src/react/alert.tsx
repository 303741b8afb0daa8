import { type ReactElement, useEffect, useRef } from "react"
import type { PaymentError } from "../storefront/shopper-answers"

/** An error in words. It takes the focus, so that it is seen and read out wherever the page stood. */
export const Alert = ({ error }: { error: PaymentError }): ReactElement => {
  const place = useRef<HTMLParagraphElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same error once more is told once more
  useEffect(() => place.current?.focus(), [error])
  return (
    <p ref={place} role="alert" tabIndex={-1} className="rozetkapay-error" data-code={error.code}>
      {error.message}
    </p>
  )
}
