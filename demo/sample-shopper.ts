/** The shopper of the demo's own purchase, and what the storefront's form is filled with. */
export const SAMPLE_EMAIL = "oksana.kovalenko@example.com"

export const SAMPLE_ADDRESS = {
  first_name: "Оксана",
  last_name: "Коваленко",
  phone: "+380671234567",
  address_1: "вул. Хрещатик, 22, відділення 5",
  city: "Київ",
  postal_code: "01001",
  country_code: "ua",
}
