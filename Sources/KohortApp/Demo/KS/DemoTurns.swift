import Delivery
import KohortCore

/// What nobody planned: a leave, a trainee who leaves, another mentor, and a talk about what comes after.
struct DemoTurns: Sendable {
    private let stage: DemoStage
    private var months: DemoMonths { stage.months }

    init(_ stage: DemoStage) { self.stage = stage }

    var acts: [DemoAct] { get throws { try leave + others } }

    /// Jonas is away for three weeks, and his probation is longer by them.
    private var leave: [DemoAct] {
        let jonas = DemoPeople.trainee(1)
        let (first, back) = (months.day(5), months.day(5, 21))
        return [
            DemoAct(
                months.day(4, 5), .coordinator("fjordvik"),
                RecordLeave(
                    id: .new(at: stage.now), trainee: jonas, startsOn: first, endsBefore: back, reason: .parental)),
            DemoAct(
                months.day(4, 6), .coordinator("fjordvik"),
                ExtendProbation(trainee: jonas, until: months.day(6, 21), reason: "Permisjon")),
        ]
    }

    private var others: [DemoAct] {
        get throws {
            [
                DemoAct(
                    months.day(3), .coordinator("lyngmo"),
                    WithdrawTrainee(trainee: DemoPeople.trainee(3), on: months.day(3), reason: .otherWork)),
                DemoAct(
                    months.day(4), .coordinator("granheim"),
                    NameMentor(
                        id: .new(at: stage.now), trainee: DemoPeople.trainee(4),
                        contact: try DemoHiring.contact("Ragnhild Moe"))),
                DemoAct(
                    months.day(4, 12), .trainee(0),
                    RecordEducation(
                        education: .new(at: stage.now), trainee: DemoPeople.trainee(0), heldOn: months.day(4, 12),
                        hours: 7, about: "Offentlige anskaffelser")),
                DemoAct(
                    months.day(8, 10), .coordinator("fjordvik"),
                    RecordOutcome(trainee: DemoPeople.trainee(0), kind: .employmentTalk, on: months.day(8, 10))),
            ]
        }
    }
}
