/** What only a store's own code can get wrong, or RozetkaPay's address of it: for who wrote it, by code. */
export const DEVELOPER = {
  not_started_here: "This payment session was not started with RozetkaPay. Please start a new one.",
  no_session: "A payment can only be started in a payment session.",
  no_movement:
    "Medusa did not say which {row} this is (context.idempotency_key), so its amount is not known.",
  no_card_owner:
    "Saved cards belong to one customer: please name them by context.customer.id or context.account_holder.data.id.",
  amount_not_said:
    "Please say what is to be paid: a cart_id, or an amount above zero in the major unit with its currency_code.",
  no_such_collection: "There is no payment collection of this id.",
  cart_not_named: "Please say which cart is to be paid, as cart_id.",
  no_such_cart: "There is no open cart of this id.",
  no_such_link: "There is no payment link of this id.",
  no_such_provider: "There is no RozetkaPay provider of this id in this store.",
  no_provider: "This store has no RozetkaPay provider.",
  provider_not_named:
    "This store has several RozetkaPay providers: please say which one, as provider_id.",
  provider_not_registered: "This RozetkaPay provider is not one of the store's payment providers.",
  wrong_signature: "The signature is missing or wrong.",
  charge_unreadable: "This charge can't be understood: please check {fields}.",
  charge_not_a_number:
    'The amount of a charge must be a number in the major unit, such as "250.50".',
  charge_not_positive: "The amount of a charge must be above zero.",
  charge_too_large:
    "The amount of a charge is too large: RozetkaPay can be told at most {digits} digits.",
  charge_too_exact:
    "The amount {amount} has more decimals than {currency}, which has {digits}: nothing is rounded for you, so please say it exactly.",
  charge_session_deleted:
    "The payment session of charge {id} was deleted. If it was paid, the money goes back; charge again with a new id.",
  charge_id_used:
    "The id {id} was used for another charge: another customer, amount or currency. Every charge needs an id of its own.",
  charge_currency:
    "This customer has agreed to payments in {agreed}, which can't be charged in {asked}.",
} as const
