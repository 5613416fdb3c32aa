import KohortCore
import KohortWeb
import Recruitment

/// One vacancy.
struct VacancyPage: Page {
    static let template = "public/vacancy"
    let chrome: Chrome
    let title: String
    let employer: String
    let all: String
    let competence: String
    let facts: [FactLine]
    let deadline: String
    /// Nil when no application is taken any more.
    let application: String?

    init(_ visit: Visit, _ answer: VacancyDetail.Answer) {
        let vacancy = answer.vacancy
        (title, employer, competence) = (vacancy.title, vacancy.employer.name, vacancy.competence)
        chrome = visit.chrome("\(vacancy.title), \(vacancy.employer.name)")
        all = visit.path("/vacancies")
        let values = [
            ("employer", vacancy.employer.name), ("place", vacancy.place), ("field", vacancy.field),
            ("positions", visit.count("positions", vacancy.positions)),
        ]
        facts = values.map { FactLine(visit.text("vacancy.\($0)"), $1) }
        let day = visit.format.day(vacancy.deadline.date)
        deadline = visit.text(vacancy.isOpen ? "front.apply_by" : "front.closed_on", ["date": day])
        let form = visit.path("/rounds/\(answer.call.slug)/application?wish=\(vacancy.demand)")
        application = vacancy.isOpen ? form : nil
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "title": .text { $0.title },
        "employer": .text { $0.employer },
        "all": .text { $0.all },
        "competence": .text { $0.competence },
        "facts": .list { $0.facts },
        "deadline": .text { $0.deadline },
        "application": .text { $0.application },
    ]
}
