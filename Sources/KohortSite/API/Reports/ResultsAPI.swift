import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Reporting

/// The results of all cohorts (ROM-8). The shape is fixed: members are neither taken away nor renamed; shares are
/// unrounded.
enum ResultsAPI {
    static let endpoints = [
        Endpoint(
            .get, "/reports/results", .query(ResultsReport.name),
            Operation("results", "What became of each cohort, and the sum of those that are finished", .ok(shape)),
            show)
    ]

    private static let standing = Shape.choice(TargetStanding.self)

    private static let shape = Shape.object([
        "cohorts": .list(
            .object(
                [
                    "cohort": .text, "slug": .slug, "status": .choice(CohortStatus.self),
                    "members": .nullable(.count), "trainees": .nullable(.count), "permanent": .nullable(.count),
                    "hired_share": .nullable(.number),
                    "targets": .object([:], optional: ResultsAPI.targets), "counts": ResultsAPI.counts,
                ], optional: ["ends": .date])),
        "finished": .object(["trainees": .count, "permanent": .count, "hired_share": .nullable(.number)]),
    ])

    private static let targets: KeyValuePairs<String, Shape> = [
        "members": standing, "applicants": standing, "qualified_applicants": standing, "started": standing,
        "completed": standing, "offered": standing, "accepted": standing, "permanently_hired": standing,
    ]

    /// Null while a number is to come, and where no source states it.
    private static let counts = Shape.record(
        CohortResult.counted.map { Shape.Member(name: $0.rawValue, schema: .nullable(.count), isRequired: true) })

    private static func show(_ request: Request, _ visit: Visit) async throws -> Response {
        let results = try await visit.fetch(ResultsReport())
        return .json { json in
            json.object { json in
                json.member("cohorts", list: results.cohorts) { $0.cohort($1) }
                json.member("finished") { $0.total(results.finished) }
            }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func cohort(_ cohort: CohortResult) {
        object { json in
            json.member("cohort", cohort.label)
            json.member("slug", cohort.slug)
            json.member("status", cohort.status.rawValue)
            json.member("members", cohort.members)
            json.member("trainees", cohort.trainees)
            json.member("permanent", cohort.permanent)
            json.member("hired_share", cohort.hiredShare)
            if let ends = cohort.ends { json.member("ends", ends) }
            json.member("counts") { json in
                json.object { json in
                    for (measure, figure) in zip(CohortResult.counted, cohort.counts) {
                        json.member(named: measure.rawValue) { $0.value(figure.number) }
                    }
                }
            }
            json.member("targets") { json in
                json.object { json in
                    for result in cohort.targets {
                        json.member(named: result.target.measure.rawValue) { $0.value(result.standing.rawValue) }
                    }
                }
            }
        }
    }

    fileprivate mutating func total(_ total: FinishedTotal) {
        object { json in
            json.member("trainees", total.trainees)
            json.member("permanent", total.permanent)
            json.member("hired_share", total.hiredShare)
        }
    }
}
