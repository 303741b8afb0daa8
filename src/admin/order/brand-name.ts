export { brandName } from "../../messages/brand-name"
