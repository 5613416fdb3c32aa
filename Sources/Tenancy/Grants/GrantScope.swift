import KohortCore
import KohortStore

/// What a role can be granted on: the consortium, or one of its organisations, trainees or placements.
package enum GrantScope: Hashable, Sendable, Codable {
    case consortium
    case organisation(OrganisationID)
    case trainee(TraineeID)
    case placement(PlacementID)

    /// The same as what a command touches.
    package var scope: Scope {
        switch self {
        case .consortium: .consortium
        case .organisation(let id): .organisation(id)
        case .trainee(let id): .trainee(id)
        case .placement(let id): .placement(id)
        }
    }

    /// A trainee or a placement, and no more.
    var isNarrow: Bool {
        switch self {
        case .trainee, .placement: true
        case .consortium, .organisation: false
        }
    }

    package var organisation: OrganisationID? {
        if case .organisation(let id) = self { id } else { nil }
    }

    var kind: String {
        switch self {
        case .consortium: "consortium"
        case .organisation: "organisation"
        case .trainee: "trainee"
        case .placement: "placement"
        }
    }

    var id: String? {
        switch self {
        case .consortium: nil
        case .organisation(let id): id.description
        case .trainee(let id): id.description
        case .placement(let id): id.description
        }
    }

    init(kind: String, id: String?) throws {
        let read: GrantScope? =
            switch (kind, id) {
            case ("consortium", nil): .consortium
            case ("organisation", let id?): OrganisationID(id).map { .organisation($0) }
            case ("trainee", let id?): TraineeID(id).map { .trainee($0) }
            case ("placement", let id?): PlacementID(id).map { .placement($0) }
            default: nil
            }
        guard let read else { throw StoreFault.unreadable("grant on \(kind)") }
        self = read
    }
}
