import KohortCore

/// An organisation's membership in the consortium; one membership may be held by several organisations (ROM-7: NRV/NRA).
package struct MembershipDefinition: Equatable, Sendable, Codable {
    package let slug: Slug
    package let organisations: [Slug]
    package let from: LocalDate
    /// The first day that is no longer in it; nil while it lasts.
    package let to: LocalDate?
    package let assumed: [String]
}

extension MembershipDefinition {
    init(_ keys: Keys) {
        slug = keys["slug"].slug(declaring: .membership)
        organisations = keys.list("organisations", 1...10).map { $0.slug(of: .organisation) }
        from = keys["from"].date()
        to = keys.optional("to")?.date()
        assumed = keys.assumed
        let ends = to ?? .distantFuture
        keys.check(
            from < ends, "to", with: ["from"], .dateOrder, allowed: "a date after \(from), the membership's start")
        let isOnce = Set(organisations).count == organisations.count
        keys.check(isOnce, "organisations", .valueConflict, allowed: "each organisation once")
    }
}

extension Keys {
    /// An organisation is a member once at a time: two of its memberships may not overlap.
    func checkMemberships(_ memberships: [MembershipDefinition]) {
        let all = sound("memberships", memberships)
        for (index, (place, membership)) in all.enumerated() {
            guard let clash = all.prefix(index).first(where: { $0.item.overlaps(membership) })?.item else { continue }
            place.report(
                .periodOverlap, found: "a membership that overlaps \(clash.slug)",
                allowed: "one membership at a time for each organisation")
        }
    }
}

extension MembershipDefinition {
    fileprivate func overlaps(_ other: MembershipDefinition) -> Bool {
        !Set(organisations).isDisjoint(with: other.organisations)
            && from < (other.to ?? .distantFuture) && other.from < (to ?? .distantFuture)
    }
}
