import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Recruitment

/// What the public pages show, for everybody.
enum VacancyAPI {
    static let endpoints = [
        Endpoint(
            .get, "/vacancies", .query(VacancyList.name),
            Operation(
                "listVacancies", "The vacancies of the calls that are out, by employer and title",
                query: [
                    Parameter("round", .slug, "Those of one round, also when its call is over"),
                    Parameter("field", .text, "Those of one field of work"),
                    Parameter("place", .text, "Those at one place"),
                ], .ok(.object(["vacancies": .list(shape)])), isPublic: true),
            list),
        Endpoint(
            .get, "/vacancies/{vacancy}", .query(VacancyDetail.name),
            Operation("showVacancy", "One vacancy", .ok(shape), isPublic: true)
        ) { request, visit in
            try await visit.keptJSON(for: request) {
                let detail = try await visit.fetch(VacancyDetail(vacancy: try visit.context.id("vacancy")))
                return { $0.vacancy(detail.vacancy) }
            }
        },
    ]

    private static let shape = Shape.object([
        "id": .id, "round": .id, "organisation": .organisation, "title": .text, "field": .text, "competence": .text,
        "place": .text, "positions": .count, "published_at": .instant, "apply_by": .date, "closes_at": .instant,
        "open": .boolean,
    ])

    private static func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let query = try QueryParameters(request)
        let round = query["round"] == nil ? nil : RoundReference.slug(try query.slug("round"))
        let list = VacancyList(round: round, field: query["field"], place: query["place"])
        return try await visit.keptJSON(for: request) {
            let vacancies = try await visit.fetch(list).vacancies
            return { $0.object { $0.member("vacancies", list: vacancies) { $0.vacancy($1) } } }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func vacancy(_ vacancy: Vacancy) {
        object { json in
            json.member("id", vacancy.demand)
            json.member("round", vacancy.round)
            json.member("organisation") { $0.organisation(vacancy.organisation, vacancy.employer) }
            json.member("title", vacancy.title)
            json.member("field", vacancy.field)
            json.member("competence", vacancy.competence)
            json.member("place", vacancy.place)
            json.member("positions", vacancy.positions)
            json.member("published_at", vacancy.publishedAt)
            json.member("apply_by", vacancy.deadline.date)
            json.member("closes_at", vacancy.deadline.end)
            json.member("open", vacancy.isOpen)
        }
    }
}
