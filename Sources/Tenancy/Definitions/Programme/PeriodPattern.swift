import KohortCore

/// How a programme is divided into periods of work: fixed parts one after another, or a number of periods alike.
package struct PeriodPattern: Equatable, Sendable, Codable {
    package let count: Bounds
    /// Either one rule for every period, or a rule for each.
    package let parts: [PeriodRule]
    /// Periods that may be offered beside; they are counted apart (KS11-29).
    package let optional: [OptionalPeriod]

    /// The rule of a period by its number from 1; nil when the pattern has none.
    package func rule(ofPeriod number: Int) -> PeriodRule? {
        guard (1...max(1, count.atMost)).contains(number) else { return nil }
        return parts.count == 1 ? parts[0] : parts.indices.contains(number - 1) ? parts[number - 1] : nil
    }

    /// How long all periods last together; nil when the length of one is open.
    var months: Bounds? {
        let lengths = parts.compactMap(\.months)
        guard !lengths.isEmpty, lengths.count == parts.count else { return nil }
        let (least, most) = (lengths.map(\.atLeast).reduce(0, +), lengths.map(\.atMost).reduce(0, +))
        return parts.count == 1 ? Bounds(least * count.atLeast, most * count.atMost) : Bounds(least, most)
    }
}

/// What holds for one period.
package struct PeriodRule: Equatable, Sendable, Codable {
    package let host: HostRule
    /// The host, where the rule names it.
    package let organisation: Slug?
    package let months: Bounds?
    package let theme: LocalizedText?
    package let paidBy: Payer?
}

/// Which host a period may have.
package enum HostRule: String, Sendable, Codable, CaseIterable {
    /// The employer of record.
    case home
    /// Any member but the employer of record.
    case anotherMember = "another_member"
    case anyMember = "any_member"
    /// A unit of the employer of record in which the trainee has not been (GEN-1).
    case anotherUnit = "another_unit"
    /// A smaller member than home where there is one, otherwise any other member (NOR-7).
    case contrastOfSize = "contrast_of_size"
    /// The organisation the rule names (KS06-4).
    case named
}

/// Who pays the salary.
package enum Payer: String, Sendable, Codable, CaseIterable { case employer, host, consortium }

/// A period that is offered beside the others, such as the one at KS (KS11-30).
package struct OptionalPeriod: Equatable, Sendable, Codable {
    package let slug: Slug
    package let name: LocalizedText
    package let organisation: Slug
    package let monthsAtMost: Int
    package let paidBy: Payer
    /// The host names a supervisor of its own.
    package let ownSupervisor: Bool
}

extension PeriodPattern {
    init(_ keys: Keys) {
        let each = keys.optional("each")?.block(PeriodRule.init)
        let parts = each.map { [$0] } ?? keys.list("parts", 1...20).map { $0.block(PeriodRule.init) }
        let count = keys["count"].bounds(1...20)
        self.parts = parts
        self.count = count
        optional = keys.slugged("optional", 0...10, \.slug, OptionalPeriod.init)
        if each != nil {
            keys.optional("parts")?.report(.valueConflict, allowed: "each or parts, not both")
        } else {
            keys.check(
                count == Bounds(exactly: parts.count), "count", with: ["parts"], .valueConflict,
                allowed: "the number of parts, \(parts.count)")
        }
    }
}

extension PeriodRule {
    init(_ keys: Keys) {
        let (host, organisation): (HostRule, Slug?) = (
            keys["host"].word(or: .anyMember), keys.optional("organisation")?.slug(of: .organisation)
        )
        self.host = host
        self.organisation = organisation
        months = keys.optional("months")?.bounds(1...60)
        theme = keys.optional("theme")?.localized()
        paidBy = keys.optional("paid_by")?.word(or: .employer)
        keys.check(
            (host == .named) == (organisation != nil), "host", with: ["organisation"], .valueConflict,
            allowed: "named with an organisation, or another rule without one")
    }
}

extension OptionalPeriod {
    init(_ keys: Keys) {
        slug = keys["slug"].slug()
        name = keys["name"].localized()
        organisation = keys["organisation"].slug(of: .organisation)
        monthsAtMost = keys["months_at_most"].integer(1...24)
        paidBy = keys["paid_by"].word(or: .employer)
        ownSupervisor = keys.optional("own_supervisor")?.flag() ?? true
    }
}
