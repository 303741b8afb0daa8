/** The ids by which a store's own code may run this plugin's workflows. */
export const SYNC_PAYMENT = "rozetkapay-sync-payment"
export const CANCEL_REMAINDER = "rozetkapay-cancel-remainder"
export const RECONCILE_PAYMENTS = "rozetkapay-reconcile"
export const CHARGE_RECURRENT = "rozetkapay-charge-recurrent"
export const DEFERRED_REFUND = "rozetkapay-deferred-refund"
