export type ErrorType =
  | "invalid_request_error"
  | "payment_method_error"
  | "payment_settings_error"
  | "payment_error"
  | "api_error"
  | "customer_error"

type Facts = {
  code: string
  message: string
  type?: ErrorType
  param?: string
  payment_id?: string
  status?: number
}

/** A refusal as the gateway words it: `{code, message, param, payment_id, type, error_id}`. */
export class GatewayError extends Error {
  readonly code: string
  readonly type: ErrorType
  readonly param: string
  readonly payment_id: string
  readonly status: number

  constructor({ code, message, type, param, payment_id, status }: Facts) {
    super(message)
    this.code = code
    this.type = type ?? "invalid_request_error"
    this.param = param ?? ""
    this.payment_id = payment_id ?? ""
    this.status = status ?? 400
  }
}

export const invalidBody = (param: string, message: string): GatewayError =>
  new GatewayError({ code: "invalid_request_body", message, param })

/** A refusal that depends on where the payment stands. */
export const refused = (code: string, message: string, payment_id: string, param?: string) =>
  new GatewayError({ code, message, type: "payment_error", payment_id, param })
