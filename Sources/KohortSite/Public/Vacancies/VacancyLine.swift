import KohortWeb
import Recruitment

/// A vacancy in a list.
struct VacancyLine: PageModel {
    let title: String
    let path: String
    let employer: String
    let place: String
    let field: String
    let positions: String

    init(_ visit: Visit, _ vacancy: Vacancy) {
        (title, employer) = (vacancy.title, vacancy.employer.name)
        (place, field) = (vacancy.place, vacancy.field)
        path = visit.path("/vacancies/\(vacancy.demand)")
        positions = visit.count("positions", vacancy.positions)
    }

    static let fields: [String: PageField<Self>] = [
        "title": .text { $0.title },
        "path": .text { $0.path },
        "employer": .text { $0.employer },
        "place": .text { $0.place },
        "field": .text { $0.field },
        "positions": .text { $0.positions },
    ]
}
