import KohortCore

extension PeriodPattern {
    init(_ keys: Keys) {
        let each = keys.optional("each")?.block(PeriodRule.init)
        let parts = each.map { [$0] } ?? keys.list("parts", 1...20).map { $0.block(PeriodRule.init) }
        let count = keys["count"].bounds(1...20)
        let optional: [OptionalPeriod] = keys.slugged("optional", 0...10, \.slug, OptionalPeriod.init)
        if each != nil {
            keys.optional("parts")?.report(.valueConflict, allowed: "each or parts, not both")
        } else {
            keys.check(
                count == Bounds(exactly: parts.count), "count", with: ["parts"], .valueConflict,
                allowed: "the number of parts, \(parts.count)")
        }
        self.init(count: count, parts: parts, optional: optional)
    }
}

extension PeriodRule {
    init(_ keys: Keys) {
        let (host, organisation): (HostRule, Slug?) = (
            keys["host"].word(or: .anyMember), keys.optional("organisation")?.slug(of: .organisation)
        )
        let months: Bounds? = keys.optional("months")?.bounds(1...60)
        let theme: LocalizedText? = keys.optional("theme")?.localized()
        let paidBy: Payer? = keys.optional("paid_by")?.word(or: .employer)
        keys.check(
            (host == .named) == (organisation != nil), "host", with: ["organisation"], .valueConflict,
            allowed: "named with an organisation, or another rule without one")
        self.init(host: host, organisation: organisation, months: months, theme: theme, paidBy: paidBy)
    }
}

extension OptionalPeriod {
    init(_ keys: Keys) {
        let slug: Slug = keys["slug"].slug()
        let name: LocalizedText = keys["name"].localized()
        let organisation: Slug = keys["organisation"].slug(of: .organisation)
        let monthsAtMost: Int = keys["months_at_most"].integer(1...24)
        let paidBy: Payer = keys["paid_by"].word(or: .employer)
        let ownSupervisor: Bool = keys.optional("own_supervisor")?.flag() ?? true
        self.init(
            slug: slug, name: name, organisation: organisation, monthsAtMost: monthsAtMost, paidBy: paidBy,
            ownSupervisor: ownSupervisor)
    }
}
