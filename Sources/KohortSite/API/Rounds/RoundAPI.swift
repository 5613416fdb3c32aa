import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Recruitment

/// Rounds, by their slugs.
enum RoundAPI {
    static let endpoints = [
        Endpoint(
            .get, "/rounds", .query(RoundList.name),
            Operation("listRounds", "All rounds, the newest first", .ok(.object(["rounds": .list(.round)])))
        ) { _, visit in
            let rounds = try await visit.fetch(RoundList())
            return .json { json in
                json.object { $0.member("rounds", list: rounds) { json, round in json.object { $0.round(round) } } }
            }
        },
        Endpoint(
            .get, "/rounds/{round}", .query(RoundDetail.name),
            Operation("showRound", "One round and how far it has come; for the programme office", .ok(.roundDetail))
        ) { _, visit in
            let detail = try await visit.fetch(RoundDetail(round: .slug(try visit.context.slug("round"))))
            return .json { json in json.object { $0.round(detail) } }
        },
    ]
}

extension Shape {
    private static let roundMembers = members([
        "id": .id, "slug": .slug, "cohort": .slug, "stage": .choice(RoundStage.self), "zone": .text,
        "demand_by": .nullable(.date), "apply_by": .date, "rank_by": .nullable(.date), "hire_by": .nullable(.date),
        "published_at": .nullable(.instant), "released_at": .nullable(.instant), "closed_at": .nullable(.instant),
    ])

    fileprivate static let round = Shape.record(roundMembers)
    fileprivate static let roundDetail = Shape.record(
        roundMembers
            + members([
                "channels": .list(.slug), "positions": .count, "employers": .count,
                "demands": counts(DemandState.self), "candidacies": counts(CandidacyState.self),
            ]))

    private static func counts<State: CaseIterable & RawRepresentable>(_: State.Type) -> Shape
    where State.RawValue == String {
        .record(State.allCases.map { Member(name: $0.rawValue, schema: .count, isRequired: true) })
    }
}

extension JSONWriter {
    /// The members of a round.
    fileprivate mutating func round(_ round: Round) {
        member("id", round.id)
        member("slug", round.slug)
        member("cohort", round.cohort)
        member("stage", round.stage.rawValue)
        member("zone", round.zone.description)
        member("demand_by", round.deadlines.demandBy)
        member("apply_by", round.deadlines.applyBy)
        member("rank_by", round.deadlines.rankBy)
        member("hire_by", round.deadlines.hireBy)
        member("published_at", round.publishedAt)
        member("released_at", round.releasedAt)
        member("closed_at", round.closedAt)
    }

    fileprivate mutating func round(_ detail: RoundDetail.Answer) {
        round(detail.round)
        member("channels", list: detail.channels) { $0.value($1) }
        member("positions", detail.positions)
        member("employers", detail.employers)
        counts("demands", detail.demands)
        counts("candidacies", detail.candidacies)
    }

    private mutating func counts<State: CaseIterable & RawRepresentable>(_ name: StaticString, _ counts: [State: Int])
    where State.RawValue == String {
        member(name) { json in
            json.object { json in
                for state in State.allCases { json.member(named: state.rawValue) { $0.value(counts[state] ?? 0) } }
            }
        }
    }
}
