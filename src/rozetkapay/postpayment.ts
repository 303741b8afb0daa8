/**
 * Of an express order whose buyer pays when the parcel comes. RozetkaPay calls it a success, with the
 * whole amount beside it; no money has moved.
 */
const POSTPAYMENT = "order_with_postpayment_confirmed"

export const isPostpayment = (statusCode: string | null): boolean => statusCode === POSTPAYMENT
