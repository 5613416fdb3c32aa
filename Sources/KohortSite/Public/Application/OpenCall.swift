import KohortCore
import KohortStore
import Recruitment
import Tenancy

/// All that a form to apply by is made of: the call, its vacancies, and what it is called.
struct OpenCall: Sendable {
    let call: Call
    let vacancies: [Vacancy]
    let name: String
    /// Where the call is published, by slug and name.
    let channels: [(value: String, label: String)]

    static func find(_ round: RoundReference, _ visit: Visit) async throws -> OpenCall {
        let list = try await visit.fetch(VacancyList(round: round))
        guard let call = list.calls.first else { throw Rejection.notFound }
        let plan = try await visit.fetch(RoundPlans()).first { $0.id == call.round }
        let names = plan?.definition.channels ?? []
        return OpenCall(
            call: call, vacancies: list.vacancies,
            name: plan?.definition.name.text(in: visit.language) ?? visit.text("front.call"),
            channels: call.channels.map { slug in
                (slug.text, names.first { $0.slug == slug }?.name.text(in: visit.language) ?? slug.text)
            })
    }
}
