import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Recruitment
import Reporting

/// A round in figures (BP-3). The shape is fixed: members are neither added nor taken away.
enum FunnelAPI {
    static let endpoints = [
        Endpoint(
            .get, "/reports/funnel", .query(FunnelReport.name),
            Operation("funnel", "A round in figures, persons and candidacies told apart", query: [.round], .ok(shape)),
            show)
    ]

    private static let shape = Shape.object([
        "round": .slug, "persons": .count, "candidacies": .count, "positions": .count,
        "per_position": .nullable(.number),
        "employers": .list(.object(["slug": .slug, "positions": .count, "persons": .count])),
        "channels": .list(.object(["channel": .nullable(.text), "persons": .count])),
        "stages": .list(.object(["stage": .choice(FunnelStage.Name.self), "persons": .count])),
    ])

    private static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let funnel = try await visit.fetch(FunnelReport(round: try QueryParameters(request).slug("round")))
        let employers = try funnel.employers.map {
            (slug: try visit.organisationName($0.organisation).slug, counts: $0)
        }.sorted { $0.slug < $1.slug }
        return .json { $0.funnel(funnel, employers) }
    }
}

extension JSONWriter {
    fileprivate mutating func funnel(_ funnel: Funnel, _ employers: [(slug: Slug, counts: FunnelEmployer)]) {
        object { json in
            json.member("round", funnel.round)
            json.member("persons", funnel.persons)
            json.member("candidacies", funnel.candidacies)
            json.member("positions", funnel.positions)
            json.member("per_position", funnel.perPosition)
            json.member("employers", list: employers) { json, employer in
                json.object { json in
                    json.member("slug", employer.slug)
                    json.member("positions", employer.counts.positions)
                    json.member("persons", employer.counts.persons)
                }
            }
            json.member("channels", list: funnel.channels) { json, counted in
                json.object { json in
                    json.member("channel", counted.channel)
                    json.member("persons", counted.persons)
                }
            }
            json.member("stages", list: funnel.stages) { json, counted in
                json.object { json in
                    json.member("stage", counted.stage.rawValue)
                    json.member("persons", counted.persons)
                }
            }
        }
    }
}
