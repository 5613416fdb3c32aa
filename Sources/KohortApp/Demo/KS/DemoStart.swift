import Delivery
import KohortCore

/// What is done before the first day: aims anchored, trainees entered, their periods planned and their people named.
struct DemoStart: Sendable {
    private let stage: DemoStage
    private let trainees: [DemoTrainee]
    private var months: DemoMonths { stage.months }

    init(_ stage: DemoStage) throws { (self.stage, trainees) = (stage, try DemoTrainee.all) }

    var acts: [DemoAct] {
        get throws {
            let aims = try DemoStage.coordinators.map { slug, _ in
                DemoAct(
                    months.day(0, -30), .coordinator(slug),
                    ConfirmAims(cohort: stage.cohort, organisation: try stage.organisation(slug)))
            }
            return try aims
                + trainees.enumerated().flatMap { number, trainee in
                    try [entry(number, trainee), plan(number, trainee)] + people(number, trainee)
                }
        }
    }

    private func entry(_ number: Int, _ trainee: DemoTrainee) throws -> DemoAct {
        let command = EnterTrainee(
            trainee: DemoPeople.trainee(number), cohort: stage.cohort,
            employer: try stage.organisation(trainee.employer),
            contact: try DemoHiring.contact(trainee.name), field: trainee.field, contract: trainee.contract)
        return DemoAct(months.day(0, -20), .lead, command)
    }

    private func plan(_ number: Int, _ trainee: DemoTrainee) -> DemoAct {
        let (day, months) = (months.day(0, -14), months)
        return DemoAct(day) { stage in
            if trainee.stays.isEmpty { return }
            var items: [PlacementItem] = []
            for (index, stay) in trainee.stays.enumerated() {
                let host = try stage.organisation(stay.host)
                items.append(
                    PlacementItem(
                        id: DemoPeople.placement(number, index), part: stay.part, host: host,
                        unit: try await stage.unit(stay.unit, of: host, for: number),
                        startsOn: months.day(stay.months.lowerBound), endsBefore: months.day(stay.months.upperBound)))
            }
            let command = PlanPlacements(trainee: DemoPeople.trainee(number), items: items)
            try await stage.perform(command, by: .coordinator(trainee.employer), on: day)
        }
    }

    private func people(_ number: Int, _ trainee: DemoTrainee) throws -> [DemoAct] {
        let (id, coordinator) = (DemoPeople.trainee(number), DemoActor.coordinator(trainee.employer))
        let mentor = try trainee.mentor.map {
            NameMentor(id: .new(at: stage.now), trainee: id, contact: try DemoHiring.contact($0))
        }
        let supervisors = try trainee.stays.enumerated().compactMap { index, stay in
            try stay.supervisor.map {
                NameSupervisor(
                    id: .new(at: stage.now), placement: DemoPeople.placement(number, index),
                    contact: try DemoHiring.contact($0))
            }
        }
        return (mentor.map { [DemoAct(months.day(0, -10), coordinator, $0)] } ?? [])
            + supervisors.map { DemoAct(months.day(0, -9), coordinator, $0) }
    }
}
