/// How a programme is divided into periods of work: fixed parts one after another, or a number of periods alike.
package struct PeriodPattern: Hashable, Sendable, Codable {
    package let count: Bounds
    /// Either one rule for every period, or a rule for each.
    package let parts: [PeriodRule]
    /// Periods that may be offered beside; they are counted apart (KS11-29).
    package let optional: [OptionalPeriod]

    package init(count: Bounds, parts: [PeriodRule] = [], optional: [OptionalPeriod] = []) {
        self.count = count
        self.parts = parts
        self.optional = optional
    }

    /// The rule of a period by its number from 1; nil when the pattern has none.
    package func rule(ofPeriod number: Int) -> PeriodRule? {
        guard (1...max(1, count.atMost)).contains(number) else { return nil }
        return parts.count == 1 ? parts[0] : parts.indices.contains(number - 1) ? parts[number - 1] : nil
    }

    /// How long all periods last together; nil when the length of one is open.
    package var months: Bounds? {
        let lengths = parts.compactMap(\.months)
        guard !lengths.isEmpty, lengths.count == parts.count else { return nil }
        let (least, most) = (lengths.map(\.atLeast).reduce(0, +), lengths.map(\.atMost).reduce(0, +))
        return parts.count == 1 ? Bounds(least * count.atLeast, most * count.atMost) : Bounds(least, most)
    }
}

/// What holds for one period.
package struct PeriodRule: Hashable, Sendable, Codable {
    package let host: HostRule
    /// The host, where the rule names it.
    package let organisation: Slug?
    package let months: Bounds?
    package let theme: LocalizedText?
    package let paidBy: Payer?

    package init(
        host: HostRule, organisation: Slug? = nil, months: Bounds? = nil, theme: LocalizedText? = nil,
        paidBy: Payer? = nil
    ) {
        self.host = host
        self.organisation = organisation
        self.months = months
        self.theme = theme
        self.paidBy = paidBy
    }
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
package struct OptionalPeriod: Hashable, Sendable, Codable {
    package let slug: Slug
    package let name: LocalizedText
    package let organisation: Slug
    package let monthsAtMost: Int
    package let paidBy: Payer
    /// The host names a supervisor of its own.
    package let ownSupervisor: Bool

    package init(
        slug: Slug, name: LocalizedText, organisation: Slug, monthsAtMost: Int, paidBy: Payer,
        ownSupervisor: Bool = false
    ) {
        self.slug = slug
        self.name = name
        self.organisation = organisation
        self.monthsAtMost = monthsAtMost
        self.paidBy = paidBy
        self.ownSupervisor = ownSupervisor
    }
}
