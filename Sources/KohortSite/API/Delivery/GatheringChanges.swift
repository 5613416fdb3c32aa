import Delivery
import Hummingbird
import KohortCore
import KohortWeb

/// What the programme office does with a gathering.
enum GatheringChanges {
    static let endpoints = [
        Endpoint(
            post: "/cohorts/{cohort}/gatherings", PlanGathering.self,
            Operation(
                "planGathering", "Puts a gathering into the cohort's calendar",
                body: .form(Shape.members(["kind": .choice(GatheringKind.self)]) + SentGathering.members), .created,
                refusals: [.conflict])
        ) { change in
            let (sent, kind): (SentGathering, SentKind) = (try change.read(), try change.read())
            let id: GatheringID = change.visit.newID()
            let command = PlanGathering(
                gathering: id, cohort: try await change.visit.cohortID(), kind: kind.kind, terms: sent.terms)
            return try await change.made(id, by: command)
        },
        Endpoint(
            post: "/gatherings/{gathering}", MoveGathering.self,
            Operation(
                "moveGathering", "Gives a gathering other days, another place or another title",
                body: .form(SentGathering.members), .done, refusals: [.conflict])
        ) { change in
            let sent: SentGathering = try change.read()
            return try await change.done(
                MoveGathering(gathering: try change.visit.gathering(), terms: sent.terms))
        },
        Endpoint(
            post: "/gatherings/{gathering}/content", FixContent.self,
            Operation(
                "fixContent", "Says what a gathering is about, before it begins", body: .form(["content": .text]),
                .done, refusals: [.conflict])
        ) { change in
            let sent: SentContent = try change.read()
            return try await change.done(
                FixContent(gathering: try change.visit.gathering(), content: sent.content))
        },
        Endpoint(
            post: "/gatherings/{gathering}/cancellation", CancelGathering.self,
            Operation("cancelGathering", "Takes a gathering out of the calendar", .done, refusals: [.conflict])
        ) { change in
            try await change.done(CancelGathering(gathering: try change.visit.gathering()))
        },
    ]
}

private struct SentGathering: Decodable {
    static let members =
        Shape.members(["title": .text, "first_day": .date, "last_day": .date])
        + [Shape.Member(name: "place", schema: .text, isRequired: false)]

    private let title: String
    private let place: String?
    private let firstDay, lastDay: LocalDate

    var terms: GatheringTerms {
        GatheringTerms(title: title, place: place ?? "", firstDay: firstDay, lastDay: lastDay)
    }
}

private struct SentKind: Decodable {
    let kind: GatheringKind
}

private struct SentContent: Decodable {
    let content: String
}
