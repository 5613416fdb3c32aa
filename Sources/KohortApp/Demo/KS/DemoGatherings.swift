import Delivery
import KohortCore

/// Six gatherings, Brussels among them, with the seminar before and a network meeting: the past ones with who was there.
struct DemoGatherings: Sendable {
    private let stage: DemoStage
    private var months: DemoMonths { stage.months }

    init(_ stage: DemoStage) { self.stage = stage }

    private struct Plan {
        let kind: GatheringKind
        let title: String
        let place: String
        let first: LocalDate
        let days: Int
        let content: String

        var last: LocalDate { first.adding(days: days - 1) }
        var all: [LocalDate] { (0..<days).map { first.adding(days: $0) } }
    }

    private var plans: [Plan] {
        [
            Plan(
                kind: .employerSeminar, title: "Arbeidsgiverseminar", place: "Oslo", first: months.tuesday(0, -40),
                days: 1, content: "Hva programmet er, og hva arbeidsgiver gjør"),
            Plan(
                kind: .gathering, title: "Oppstart", place: "Oslo", first: months.tuesday(0, 18), days: 3,
                content: "Kommunen som åpen organisasjon"),
            Plan(
                kind: .gathering, title: "Etikk og god styring", place: "Bergen", first: months.tuesday(3, 8), days: 2,
                content: "Habilitet, varsling og egne dilemmaer"),
            Plan(
                kind: .networkMeeting, title: "Nettverksmøte for koordinatorene", place: "Oslo",
                first: months.tuesday(5, 10), days: 1, content: "Erfaringer fra første halvår"),
            Plan(
                kind: .gathering, title: "Fra sak til vedtak", place: "Trondheim", first: months.tuesday(7, 5), days: 3,
                content: "Saksbehandling, politisk behandling og innsyn"),
            Plan(
                kind: .studyTrip, title: "Studietur til Brussel", place: "Brussel", first: months.tuesday(10, 12),
                days: 3, content: "Hvordan EU virker inn på norske kommuner"),
            Plan(
                kind: .gathering, title: "Omdømme og arbeidsgiverpolitikk", place: "Tromsø",
                first: months.tuesday(13, 6), days: 3, content: ""),
            Plan(
                kind: .gathering, title: "Avslutning", place: "Oslo", first: months.tuesday(17, 6), days: 2,
                content: ""),
        ]
    }

    var acts: [DemoAct] {
        get throws {
            try plans.enumerated().flatMap { number, plan in
                planning(number, plan) + (try plan.kind.isForTrainees ? taking(number, plan) : counting(number, plan))
            }
        }
    }

    private func planning(_ number: Int, _ plan: Plan) -> [DemoAct] {
        let id = DemoPeople.gathering(number)
        let terms = GatheringTerms(title: plan.title, place: plan.place, firstDay: plan.first, lastDay: plan.last)
        let command = PlanGathering(gathering: id, cohort: stage.cohort, kind: plan.kind, terms: terms)
        let content =
            plan.content.isEmpty
            ? []
            : [
                DemoAct(months.day(0, -50), .lead, FixContent(gathering: id, content: plan.content))
            ]
        return [DemoAct(months.day(0, -51), .lead, command)] + content
    }

    /// Torbjørn left after the first; Amina went home early from the second.
    private func taking(_ number: Int, _ plan: Plan) throws -> [DemoAct] {
        let id = DemoPeople.gathering(number)
        let present = [0, 1, 2, 4, 5] + (number == 1 ? [3] : [])
        let prepared = DemoAct(
            plan.first.adding(days: -7), .coordinator("fjordvik"),
            PrepareTrainee(gathering: id, trainee: DemoPeople.trainee(0), note: "Snakket om hva hun vil ta med seg."))
        let attended = present.map { trainee in
            let days = trainee == 2 && number == 2 ? Array(plan.all.prefix(1)) : plan.all
            return DemoAct(
                plan.last, .lead,
                RecordAttendance(gathering: id, trainee: DemoPeople.trainee(trainee), days: Set(days)))
        }
        return [prepared] + attended + reflections(on: number, id, plan)
    }

    /// Silje has one left to write.
    private func reflections(on number: Int, _ id: GatheringID, _ plan: Plan) -> [DemoAct] {
        guard number < 4 else { return [] }
        let reflection = Reflection(
            outcome: "Jeg ser hvordan mitt fag henger sammen med resten av kommunen.",
            content: "Gode innledere, og mye tid til å øve.", participation: "Jeg la fram en sak fra eget kontor.")
        return [0, 1].map { trainee in
            DemoAct(
                plan.last.adding(days: 4), .trainee(trainee),
                WriteReflection(gathering: id, trainee: DemoPeople.trainee(trainee), reflection: reflection))
        }
    }

    private func counting(_ number: Int, _ plan: Plan) throws -> [DemoAct] {
        try [("fjordvik", 4), ("lyngmo", 3), ("granheim", 2), ("solstrand", 1)].map { slug, persons in
            DemoAct(
                plan.last, .lead,
                RecordEmployerAttendance(
                    gathering: DemoPeople.gathering(number), organisation: try stage.organisation(slug),
                    persons: persons))
        }
    }
}
