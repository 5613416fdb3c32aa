import KohortCore
import KohortStore

extension Authority {
    /// Allows everything and reaches all, for tests of rules that are not about rights.
    package static let everything = Authority(decide: { _, _, _, _ in .allowed }, reach: { _, _, _ in .all })
    /// Allows nothing.
    package static let nothing = Authority(
        decide: { _, _, _, _ in .forbidden }, reach: { _, _, _ in .organisations([]) })

    /// Allows all, but shows only these organisations' rows in lists.
    package static func reaching(_ organisations: Set<OrganisationID>) -> Authority {
        Authority(decide: { _, _, _, _ in .allowed }, reach: { _, _, _ in .organisations(organisations) })
    }
}
