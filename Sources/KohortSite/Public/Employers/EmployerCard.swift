import KohortWeb
import Recruitment

/// An employer that seeks trainees (KS11-7).
struct EmployerCard: PageModel {
    let name: String
    let positions: String
    let fields: String
    let vacancies: [VacancyLine]

    init(_ visit: Visit, _ employer: SeekingEmployers.Employer) {
        name = employer.name.name
        positions = visit.count("positions", employer.positions)
        fields = visit.format.list(employer.fields)
        vacancies = employer.vacancies.map { VacancyLine(visit, $0) }
    }

    static let fields: [String: PageField<Self>] = [
        "name": .text { $0.name },
        "positions": .text { $0.positions },
        "fields": .text { $0.fields },
        "vacancies": .list { $0.vacancies },
    ]
}
