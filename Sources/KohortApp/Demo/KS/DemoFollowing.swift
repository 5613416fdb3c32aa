import Delivery
import KohortCore

/// What follows trainees through their periods: plans with goals, talks, evaluations, the coordinator's checklist.
struct DemoFollowing: Sendable {
    private let stage: DemoStage
    private var months: DemoMonths { stage.months }
    private let silje = DemoPeople.trainee(0)

    init(_ stage: DemoStage) { self.stage = stage }

    var acts: [DemoAct] { get throws { try plans + talks + checklist + goals + evaluations } }

    /// Silje's first is agreed and nearly reached; the one of now waits for her word. Jonas's waits for both.
    private var plans: [DemoAct] {
        let first = plan(
            0, 0, on: months.day(0, 4), "Sykkelveier i sentrum", "Kartlegge, måle og foreslå",
            ["Lese en reguleringsplan", "Legge fram en sak for utvalget", "Holde et folkemøte"])
        let second = plan(
            0, 2, on: months.day(8, 3), "Innkjøpsavtaler for vei", "Gå gjennom avtaler og foreslå felles innkjøp",
            ["Følge en anskaffelse fra behov til avtale"])
        let placement = DemoPeople.placement(0, 0)
        return first + second + [
            DemoAct(months.day(0, 6), .trainee(0), AgreePlanAsTrainee(placement: placement)),
            DemoAct(
                months.day(2, 1), .supervisor(0, 0),
                ReachLearningGoal(placement: placement, goal: 1, on: months.day(2))),
            DemoAct(
                months.day(5, 1), .supervisor(0, 0),
                ReachLearningGoal(placement: placement, goal: 2, on: months.day(5))),
        ]
            + plan(
                1, 0, on: months.day(0, 8), "Økonomirapporten", "Skrive tertialrapporten sammen med kontoret",
                ["Forstå hvordan budsjettet blir til"])
    }

    private func plan(
        _ trainee: Int, _ stay: Int, on day: LocalDate, _ responsibilities: String, _ tasks: String, _ goals: [String]
    ) -> [DemoAct] {
        let placement = DemoPeople.placement(trainee, stay)
        let plan = WriteDevelopmentPlan(
            placement: placement, responsibilities: responsibilities, tasks: tasks, goals: goals)
        return [
            DemoAct(day, .supervisor(trainee, stay), plan),
            DemoAct(day, .supervisor(trainee, stay), AgreePlanAsSupervisor(placement: placement)),
        ]
    }

    /// Marit has not met Amina for a while.
    private var talks: [DemoAct] {
        let monthly = [(0, 1...17), (1, 1...17), (2, 1...5), (4, 1...17)].flatMap { trainee, range in
            range.map { month in
                let day = months.day(month, -3)
                return DemoAct(
                    day, .mentor(trainee),
                    LogMentorTalk(talk: .new(at: stage.now), trainee: DemoPeople.trainee(trainee), heldOn: day))
            }
        }
        return monthly + [
            supervised(0, 0, on: months.day(2, 3)), supervised(0, 0, on: months.day(4, 5)),
            supervised(0, 0, on: months.day(6, -4), isFinal: true),
            supervised(0, 1, on: months.day(8, -2), isFinal: true),
            supervised(1, 0, on: months.day(3, 2)), supervised(2, 0, on: months.day(6, -5), isFinal: true),
        ]
    }

    private func supervised(_ trainee: Int, _ stay: Int, on day: LocalDate, isFinal: Bool = false) -> DemoAct {
        let talk = LogSupervisorTalk(
            talk: .new(at: stage.now), placement: DemoPeople.placement(trainee, stay), isFinal: isFinal, heldOn: day)
        return DemoAct(day, .supervisor(trainee, stay), talk)
    }

    private var checklist: [DemoAct] {
        get throws {
            try ["contact", "inform", "introduction", "contract", "periods"].map { item in
                DemoAct(
                    months.day(0, -8), .coordinator("fjordvik"), TickItem(trainee: silje, item: try Slug(item)))
            }
        }
    }

    private var goals: [DemoAct] {
        get throws {
            try [
                ("open-organisation", 1, 0), ("ethics", 4, 0), ("own-field", 6, 0), ("political-cases", 8, 0),
                ("ethics", 4, 1),
            ]
            .map { goal, month, trainee in
                let day = months.day(month)
                return DemoAct(
                    day, .lead, ReachGoal(trainee: DemoPeople.trainee(trainee), goal: try Slug(goal), on: day))
            }
        }
    }

    private var evaluations: [DemoAct] {
        get throws {
            let words = "Selvstendig og grundig. Tar ordet når det trengs."
            let placements = [(0, 0, 6), (0, 1, 8), (2, 0, 6)].map { trainee, stay, month in
                DemoAct(
                    months.day(month, -3), .supervisor(trainee, stay),
                    EvaluatePlacement(
                        evaluation: .new(at: stage.now), placement: DemoPeople.placement(trainee, stay), text: words))
            }
            let members = try ["fjordvik", "granheim"].map { slug in
                DemoAct(
                    months.day(8, 5), .coordinator(slug),
                    EvaluateCohort(
                        evaluation: .new(at: stage.now), cohort: stage.cohort,
                        organisation: try stage.organisation(slug), text: "Vi får mer igjen enn vi legger inn."))
            }
            return placements + members
        }
    }
}
