import Delivery
import HTTPTypes
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Tenancy

/// A visit to the pages around one trainee, by somebody who may see them, with what that person may do there.
struct TraineeVisit: Sendable {
    let visit: Visit
    let detail: TraineeDetail.Answer
    let rights: Set<Permission>

    /// A visitor who is not signed in is asked to sign in first; who may not see the trainee finds nobody.
    init(_ visit: Visit) async throws {
        if visit.actor == .anonymous { throw Rejection.forbidden }
        try await self.init(visit, try visit.context.id("trainee"))
    }

    init(_ visit: Visit, _ trainee: TraineeID) async throws {
        (detail, rights) = try await visit.hiding {
            (
                try await visit.fetch(TraineeDetail(trainee: trainee)),
                try await visit.fetch(TraineeRights(trainee: trainee))
            )
        }
        self.visit = visit
    }

    var id: TraineeID { detail.trainee.id }
    var today: LocalDate { detail.cohort.zone.date(at: visit.arrival) }
    var rules: ProgrammeRules { detail.cohort.rules }

    /// Whether the visitor may change something that can still be changed.
    func may(_ permission: Permission) -> Bool { rights.contains(permission) && !detail.isClosed }
    /// The same for what ends with the trainee's time.
    func mayPresent(_ permission: Permission) -> Bool { may(permission) && detail.trainee.state.isOpen }

    /// The path of one of these pages below the tenant's.
    func path(_ rest: String = "") -> String { "/trainees/\(id)\(rest)" }
    func text(_ key: String, _ values: [String: String] = [:]) -> String { visit.text("trainee.\(key)", values) }
    func days(_ period: Period) -> String { visit.format.days(period.start, period.lastDay) }
}

extension TraineeVisit {
    /// A placement as people call it: where it is.
    func name(of line: PlacementLine) -> String { [line.host, line.unit].compactMap(\.self).joined(separator: ", ") }

    /// The page of a placement, for who may read its plan.
    func linkPath(to line: PlacementLine) -> String? {
        rights.contains(.readPlan) ? visit.path("/placements/\(line.placement.id)") : nil
    }

    /// Which period it is: by its number, or by its own name.
    func part(_ part: Placement.Part) -> String {
        switch part {
        case .numbered(let number):
            rules.periods.rule(ofPeriod: number)?.theme?.text(in: visit.language)
                ?? text("part", ["number": String(number)])
        case .optional(let slug):
            rules.periods.optional.first { $0.slug == slug }?.name.text(in: visit.language) ?? slug.text
        }
    }
}

extension Follower {
    /// The name, or that the person is no longer known here.
    func name(_ visit: Visit) -> String { contact?.name ?? visit.text("trainee.person.erased") }
    var address: String { contact?.email.text ?? "" }
}
