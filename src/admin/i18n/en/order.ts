/** The widget on an order's page. */
export const order = {
  title: "RozetkaPay",
}
