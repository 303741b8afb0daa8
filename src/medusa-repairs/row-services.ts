/** One of the payment module's own row services. */
export type RowService = {
  retrieve(id: string, config?: { relations: string[] }): Promise<unknown>
  list(filters: Record<string, unknown>): Promise<unknown[]>
  update(row: { id: string } & Record<string, unknown>): Promise<unknown>
}

/**
 * The services of the payment module's rows, which it hands to its providers. They write without a hook
 * being called: what its public methods can't (see the files of this folder that use `update`).
 */
export type StoreRows = {
  paymentCollectionService: RowService
  paymentSessionService: RowService
  paymentService: RowService
  captureService: RowService
  refundService: RowService
}
