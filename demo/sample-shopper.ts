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

/** A customer with an account, for saved cards. Another address than the guest's: Medusa gives a guest's orders to the account of their e-mail. */
export const DEMO_CUSTOMER = {
  email: "ivan.bondar@example.com",
  password: "demo-password",
  first_name: "Іван",
  last_name: "Бондар",
}
