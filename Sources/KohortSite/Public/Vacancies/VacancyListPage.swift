import KohortCore
import KohortWeb
import Recruitment

/// The vacancies, 50 a page, to be narrowed by field and place.
struct VacancyListPage: Page {
    static let template = "public/vacancies"
    private static let pageSize = 50
    let chrome: Chrome
    let lead: String?
    let apply: [ApplyLink]
    let filters: [FieldModel]
    let isNarrowed: Bool
    let found: String
    let vacancies: [VacancyLine]
    let all: String
    let pages: PageTurn?

    init(_ visit: Visit, _ answer: VacancyList.Answer, _ filter: VacancyFilter, page: Int) {
        chrome = visit.chrome(visit.text("vacancies.title"))
        let open = answer.calls.filter(\.isOpen)
        lead = open.first.map { visit.text("front.apply_by", ["date": visit.format.day($0.deadline.date)]) }
        apply = open.map { ApplyLink(visit, $0) }
        filters = Self.filters(visit, answer, filter)
        isNarrowed = !filter.isEmpty
        found = visit.count("vacancies", answer.vacancies.count)
        let page = min(max(1, page), max(1, (answer.vacancies.count + Self.pageSize - 1) / Self.pageSize))
        let shown = answer.vacancies.dropFirst((page - 1) * Self.pageSize).prefix(Self.pageSize)
        vacancies = shown.map { VacancyLine(visit, $0) }
        all = visit.path("/vacancies")
        pages = PageTurn(visit, page: page, isLast: page * Self.pageSize >= answer.vacancies.count, filter)
    }

    private static func filters(
        _ visit: Visit, _ answer: VacancyList.Answer, _ filter: VacancyFilter
    ) -> [FieldModel] {
        var form = Form()
        form.add(filter.field ?? "", to: "field")
        form.add(filter.place ?? "", to: "place")
        let sheet = FormSheet(visit: visit, room: "vacancies", form: form, problems: [])
        return [
            sheet.choice("field", answer.fields.map { ($0, $0) }, none: "vacancies.all_fields"),
            sheet.choice("place", answer.places.map { ($0, $0) }, none: "vacancies.all_places"),
        ]
    }

    static let fields: [String: PageField<Self>] = [
        "chrome": .model { $0.chrome },
        "lead": .text { $0.lead },
        "apply": .list { $0.apply },
        "filters": .list { $0.filters },
        "narrowed": .flag { $0.isNarrowed },
        "found": .text { $0.found },
        "anyVacancies": .flag { !$0.vacancies.isEmpty },
        "vacancies": .list { $0.vacancies },
        "all": .text { $0.all },
        "pages": .model { $0.pages },
    ]
}

/// The way to one open call's form.
struct ApplyLink: PageModel {
    let path: String

    init(_ visit: Visit, _ call: Call) { path = visit.path("/rounds/\(call.slug)/application") }

    static let fields: [String: PageField<Self>] = ["path": .text { $0.path }]
}
