import KohortCore

/// A governance body of the consortium, with the names it had before: older reports keep the old name (ROM-1).
package struct BodyDefinition: Equatable, Sendable, Codable {
    package let slug: Slug
    package let kind: BodyKind
    package let name: LocalizedText
    package let reportsTo: Slug?
    package let pastNames: [PastName]
    package let assumed: [String]

    /// The name the body bore on a date.
    package func name(on date: LocalDate) -> LocalizedText {
        pastNames.filter { date < $0.to }.min { $0.to < $1.to }?.name ?? name
    }
}

/// What a governance body is.
package enum BodyKind: String, Sendable, Codable, CaseIterable {
    case forum, other
    case workingCommittee = "working_committee"
    case steeringGroup = "steering_group"
}

/// A name that a body bore until it was renamed.
package struct PastName: Equatable, Sendable, Codable {
    package let name: LocalizedText
    /// The first day of the name that followed.
    package let to: LocalDate
}

extension BodyDefinition {
    init(_ keys: Keys) {
        slug = keys["slug"].slug(declaring: .body)
        kind = keys["kind"].word(or: .other)
        name = keys["name"].localized()
        reportsTo = keys.optional("reports_to")?.slug(of: .body)
        pastNames = keys.list("past_names", 0...20).map { $0.block(PastName.init) }
        assumed = keys.assumed
        let days = pastNames.map(\.to)
        keys.check(
            days == Array(Set(days)).sorted(), "past_names", .dateOrder,
            allowed: "names in the order of their last days")
        keys.check(reportsTo != slug, "reports_to", with: ["slug"], .valueConflict, allowed: "another body")
    }
}

extension PastName {
    init(_ keys: Keys) {
        name = keys["name"].localized()
        to = keys.required("to", .periodOpen, "the day the name was given up: it may not be open-ended").date()
    }
}
