import Delivery
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb

/// The common events of a cohort.
enum GatheringAPI {
    static let endpoints = [
        Endpoint(
            .get, "/cohorts/{cohort}/gatherings", .query(GatheringList.name),
            Operation(
                "listGatherings", "A cohort's gatherings by their dates, with how many were there",
                .ok(.object(["gatherings": .list(.gatheringLine)])))
        ) { _, visit in
            let lines = try await visit.fetch(GatheringList(cohort: try await visit.cohortID()))
            let slugs = visit.organisationSlugs
            return .json { json in
                json.object { $0.member("gatherings", list: lines) { $0.gathering($1, slugs) } }
            }
        },
        Endpoint(
            .get, "/trainees/{trainee}/gatherings", .query(TraineeGatherings.name),
            Operation(
                "listTraineeGatherings", "A trainee's gatherings, with what the trainee wrote of them",
                .ok(.object(["gatherings": .list(.traineeGathering)])))
        ) { _, visit in
            let lines = try await visit.fetch(TraineeGatherings(trainee: try visit.trainee()))
            return .json { json in json.object { $0.member("gatherings", list: lines) { $0.gathering($1) } } }
        },
    ]
}

extension Shape {
    private static let gatheringMembers = members([
        "id": .id, "kind": .choice(GatheringKind.self), "title": .text, "place": .text, "first_day": .date,
        "last_day": .date, "content": .text, "content_fixed_at": .nullable(.instant),
    ])

    fileprivate static let gatheringLine = Shape.record(
        gatheringMembers
            + members([
                "attended": .count, "prepared": .count, "reflected": .count,
                "employers": .list(.object(["employer": .slug, "persons": .count])),
            ]))

    fileprivate static let traineeGathering = Shape.record(
        gatheringMembers
            + members([
                "attended": .list(.date), "prepared": .boolean,
                "reflection": .nullable(.object(["outcome": .text, "content": .text, "participation": .text])),
            ]))
}

extension JSONWriter {
    fileprivate mutating func gathering(_ line: GatheringList.Line, _ slugs: [OrganisationID: Slug]) {
        let employers = line.employers.compactMap { id, persons in slugs[id].map { (slug: $0, persons: persons) } }
            .sorted { $0.slug < $1.slug }
        object { json in
            json.gathering(line.gathering)
            json.member("attended", line.attended)
            json.member("prepared", line.prepared)
            json.member("reflected", line.reflected)
            json.member("employers", list: employers) { json, employer in
                json.object { json in
                    json.member("employer", employer.slug)
                    json.member("persons", employer.persons)
                }
            }
        }
    }

    fileprivate mutating func gathering(_ line: TraineeGatherings.Line) {
        object { json in
            json.gathering(line.gathering)
            json.member("attended", list: line.attended) { $0.value($1) }
            json.member("prepared", line.isPrepared)
            json.member("reflection") { json in
                guard let reflection = line.reflection else { return json.null() }
                json.object { json in
                    json.member("outcome", reflection.outcome)
                    json.member("content", reflection.content)
                    json.member("participation", reflection.participation)
                }
            }
        }
    }

    /// The members of a gathering.
    private mutating func gathering(_ gathering: Gathering) {
        member("id", gathering.id)
        member("kind", gathering.kind.rawValue)
        member("title", gathering.title)
        member("place", gathering.place)
        member("first_day", gathering.days.first)
        member("last_day", gathering.days.last)
        member("content", gathering.content)
        member("content_fixed_at", gathering.contentFixedAt)
    }
}
