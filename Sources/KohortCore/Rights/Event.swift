/// Something that happened: a row of the journal. A payload holds ids, codes, dates and amounts only, never a name,
/// address, free text, note, rank or token, so that erasing a person leaves the journal as it is.
package protocol Event: Sendable, Codable {
    /// The stored name, module first: `recruitment.offer.accepted`.
    static var name: String { get }
    var subject: Subject { get }
    var audience: Audience { get }
}

/// What an event is about.
package struct Subject: Hashable, Sendable, Codable {
    package let kind: String
    package let id: String

    package init<Tag>(_ kind: String, _ id: ID<Tag>) { (self.kind, self.id) = (kind, id.description) }
}

/// Who may read an event in the feed and by webhook.
package enum Audience: Hashable, Sendable, Codable {
    case consortium
    /// The consortium and this one organisation.
    case organisation(OrganisationID)
    /// Kept for the audit trail; in no feed.
    case `internal`
}
