import Delivery
import KohortCore
import KohortWeb
import Tenancy

/// One of an employer's trainees on its first page: in which cohort, where just now, and with whom.
struct HomeTrainee: PageModel {
    let name: String
    let path: String
    let cohort: String
    let place: String
    let state: String

    init(_ line: TraineeList.Line, of cohort: CohortList.Line, _ visit: Visit) {
        (name, path) = (line.trainee.name, visit.path("/trainees/\(line.trainee.id)"))
        self.cohort = visit.name(ofCohort: cohort.period)
        place = line.host.map { visit.text("employer.home.at", ["place": $0]) } ?? ""
        state = visit.text("cohort.state.\(line.trainee.state.rawValue)")
    }

    static let fields: [String: PageField<Self>] = [
        "name": .text { $0.name },
        "path": .text { $0.path },
        "cohort": .text { $0.cohort },
        "place": .text { $0.place },
        "state": .text { $0.state },
    ]
}
