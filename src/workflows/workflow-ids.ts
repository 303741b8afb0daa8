/** The ids by which a store's own code may run this plugin's workflows. */
export const SETTLE_PAYMENT = "rozetkapay-settle"
export const RELEASE_REMAINDER = "rozetkapay-release-remainder"
export const RECONCILE_PAYMENTS = "rozetkapay-reconcile"
export const CHARGE_RECURRENT = "rozetkapay-charge-recurrent"
