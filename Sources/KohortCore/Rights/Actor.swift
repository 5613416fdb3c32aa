/// Who acts. It comes from the session, the token or the socket, never from what a request says of itself.
package enum Actor: Hashable, Sendable, Codable {
    /// A visitor of the public pages.
    case anonymous
    /// A signed-in person of this tenant.
    case person(PersonID)
    /// Somebody who holds the private link of one candidacy.
    case applicant(CandidacyID)
    /// Another system with an API token.
    case token(TokenID)
    /// Who runs the installation, through the CLI or the daemon's socket.
    case `operator`
    /// The daemon itself: schedule, outbox.
    case system

    /// The kind as the journal stores it.
    package var kind: String {
        switch self {
        case .anonymous: "anonymous"
        case .person: "person"
        case .applicant: "applicant"
        case .token: "token"
        case .operator: "operator"
        case .system: "system"
        }
    }

    /// The id of the person, candidacy or token, where there is one.
    package var id: String? {
        switch self {
        case .person(let id): id.description
        case .applicant(let id): id.description
        case .token(let id): id.description
        case .anonymous, .operator, .system: nil
        }
    }
}
