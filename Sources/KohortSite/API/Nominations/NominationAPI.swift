import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Recruitment

/// Employers' own new hires (KS11-15): all of a round for the programme office, its own for an employer.
enum NominationAPI {
    static let endpoints = [
        Endpoint(
            .get, "/rounds/{round}/nominations", .query(NominationList.name),
            Operation(
                "listNominations", "The nominations of a round that the token reaches, the latest first",
                .ok(.object(["round": .slug, "nominations": .list(shape)]))),
            list)
    ]

    private static let shape = Shape.object([
        "id": .id, "organisation": .organisation, "name": .text, "email": .string(format: "email"), "field": .text,
        "contract": .choice(ContractKind.self), "hired_on": .date, "nominated_at": .instant,
        "withdrawn_at": .nullable(.instant),
    ])

    private static func list(_ request: Request, _ visit: Visit) async throws -> Response {
        let list = try await visit.fetch(NominationList(round: .slug(try visit.context.slug("round"))))
        return .json { json in
            json.object { json in
                json.member("round", list.round.slug)
                json.member("nominations", list: list.nominations) { $0.nomination($1) }
            }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func nomination(_ line: NominationList.Line) {
        let nomination = line.nomination
        object { json in
            json.member("id", nomination.id)
            json.member("organisation") { $0.organisation(nomination.organisation, line.organisation) }
            json.member("name", nomination.name)
            json.member("email", nomination.email.description)
            json.member("field", nomination.field)
            json.member("contract", nomination.contract.rawValue)
            json.member("hired_on", nomination.hiredOn)
            json.member("nominated_at", nomination.nominatedAt)
            json.member("withdrawn_at", nomination.withdrawnAt)
        }
    }
}
