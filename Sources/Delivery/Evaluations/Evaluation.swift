import KohortCore
import KohortStore

/// What somebody found, in their own words. One for each author and object; later words replace the earlier.
package struct Evaluation: Hashable, Sendable {
    package let id: EvaluationID
    package let cohort: CohortID
    package let of: Object
    package let text: String
    package let givenAt: Instant

    /// What is evaluated, and thereby by whom.
    package enum Object: Hashable, Sendable {
        /// The supervisor of a trainee's placement (KS11-27).
        case placement(PlacementID)
        /// The programme, by the trainee.
        case trainee(TraineeID)
        /// The cohort, by a member: the members evaluate jointly (NOR-8).
        case member(OrganisationID)

        var kind: String {
            switch self {
            case .placement: "placement"
            case .trainee: "trainee"
            case .member: "member"
            }
        }

        var id: String {
            switch self {
            case .placement(let id): id.description
            case .trainee(let id): id.description
            case .member(let id): id.description
            }
        }

        init(kind: String, id: String) throws {
            let object: Object? =
                switch kind {
                case "placement": PlacementID(id).map { .placement($0) }
                case "trainee": TraineeID(id).map { .trainee($0) }
                case "member": OrganisationID(id).map { .member($0) }
                default: nil
                }
            guard let object else { throw StoreFault.unreadable("evaluation of \(kind)") }
            self = object
        }
    }
}

extension Evaluation {
    static let migration = Migration(
        "evaluations",
        [
            """
            create table evaluation (id \(.text) primary key, cohort \(.text) not null, kind \(.text) not null, \
            object \(.text) not null, words \(.text) not null, given_at \(.integer) not null, \
            unique (cohort, kind, object), check (kind in ('placement', 'trainee', 'member')))
            """
        ])

    static func all(where condition: SQL, _ read: borrowing Read) throws -> [Evaluation] {
        try read.all(
            "select id, cohort, kind, object, words, given_at from evaluation where \(condition) order by given_at, id"
        ) { tuple in
            Evaluation(
                id: try tuple[0], cohort: try tuple[1], of: try Object(kind: try tuple[2], id: try tuple[3]),
                text: try tuple[4], givenAt: try tuple[5])
        }
    }

    /// Whether a trainee has evaluated the programme, and so has the supervisor of each of these placements.
    static func isGiven(by trainee: TraineeID, of placements: [PlacementID], _ read: borrowing Read) throws -> Bool {
        let own = try read.count(
            "select count(*) from evaluation where kind = 'trainee' and object = \(trainee)")
        let supervisors = try read.count(
            "select count(*) from evaluation where kind = 'placement' and object in (\(list: placements))")
        return own == 1 && supervisors == placements.count
    }
}
