/** What the demo store sells. Prices in UAH with VAT; titles in Ukrainian, English ones in metadata. */
export interface CatalogueProduct {
  handle: string
  title: string
  titleEn: string
  description: string
  descriptionEn: string
  price: number
  sizes: string[]
}

export const STORE_NAME = "Крамниця «Полісся»"

export const ONE_SIZE = "—"

export const CATALOGUE: CatalogueProduct[] = [
  {
    handle: "sorochka-polissia",
    title: "Сорочка «Полісся»",
    titleEn: "Shirt “Polissia”",
    description: "Небілений льон, вишивка хрестиком на комірі й манжетах.",
    descriptionEn: "Unbleached linen, cross-stitched collar and cuffs.",
    price: 1249.99,
    sizes: ["S", "M", "L"],
  },
  {
    handle: "gorniatko-karpaty",
    title: "Горнятко «Карпати»",
    titleEn: "Mug “Carpathians”",
    description: "Косівська глина, полива двох кольорів, 350 мл.",
    descriptionEn: "Kosiv clay, two-coloured glaze, 350 ml.",
    price: 389.5,
    sizes: [ONE_SIZE],
  },
  {
    handle: "med-lypovyi",
    title: "Мед липовий",
    titleEn: "Linden honey",
    description: "З пасіки під Каневом, банка 500 г.",
    descriptionEn: "From an apiary near Kaniv, 500 g jar.",
    price: 264,
    sizes: [ONE_SIZE],
  },
  {
    handle: "pled-hoverla",
    title: "Плед «Говерла»",
    titleEn: "Blanket “Hoverla”",
    description: "Тепла овеча вовна, 140 × 200 см.",
    descriptionEn: "Warm sheep's wool, 140 × 200 cm.",
    price: 2199,
    sizes: [ONE_SIZE],
  },
]

export const SHIPPING = {
  name: "Нова пошта, відділення",
  nameEn: "Nova Poshta, branch",
  /** Of its type: by it the store says how goods are sent that are bought in one click. */
  code: "nova-poshta",
  price: 89,
}

/** The picture lies in the repository; the storefront and Medusa both serve it under this path. */
export const pictureOf = (handle: string) => `/pictures/${handle}.svg`
