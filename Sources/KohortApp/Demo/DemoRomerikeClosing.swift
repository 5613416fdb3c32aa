import Delivery
import KohortCore
import KohortStore
import Tenancy

/// Romerike's last winter: one trainee is through with project and evaluation and has the diploma, one was asked for
/// more, one has only begun. Nobody is hired yet and the cohort is open, as the source leaves it.
struct DemoRomerikeClosing: Sendable {
    private let cohort: DemoRomerike
    private let lead: Actor
    private let members: [OrganisationID]

    init(_ cohort: DemoRomerike, by lead: Actor, at members: [OrganisationID]) {
        (self.cohort, self.lead, self.members) = (cohort, lead, members)
    }

    private static let titles = ["Overvann i sentrum", "Lekkasjer i ledningsnettet", "Trygge skoleveier"]

    func fill(_ trainees: [TraineeID]) async throws {
        for (number, (trainee, title)) in zip(trainees, Self.titles).enumerated() {
            let own = try await person(trainee)
            try await cohort.perform(NameProject(trainee: trainee, title: title), by: own, on: (2014, 10, 20))
            if number == 2 { continue }
            try await handIn(trainee, number, by: own)
            let verdict = AssessProject(
                trainee: trainee, verdict: number == 0 ? .passed : .returned,
                comment: number == 0 ? "" : "Ta med hva tiltakene koster.")
            try await cohort.perform(verdict, by: lead, on: (2015, 2, 2))
        }
        if let first = trainees.first, let member = members.first { try await award(first, of: member) }
    }

    private func handIn(_ trainee: TraineeID, _ number: Int, by own: Actor) async throws {
        let upload = try await cohort.open.files.begin()
        try await upload.append(DemoCV.pdf(Self.titles[number]))
        let paper = Project.Paper(file: try await upload.finish(), name: "prosjekt.pdf", mediaType: "application/pdf")
        let command = HandInProject(
            trainee: trainee, summary: "Tre tiltak som virker sammen, prøvd i ett område.", paper: paper)
        try await cohort.perform(command, by: own, on: (2015, 1, 19))
    }

    private func award(_ trainee: TraineeID, of member: OrganisationID) async throws {
        let evaluation = EvaluateProgramme(
            evaluation: .new(at: cohort.now), trainee: trainee, text: "Mest lærte jeg av å bytte kommune.")
        try await cohort.perform(evaluation, by: try await person(trainee), on: (2015, 2, 4))
        let diploma = AwardDiploma(document: .new(at: cohort.now), trainee: trainee, code: .random())
        try await cohort.perform(diploma, by: lead, on: (2015, 2, 20))
        let coordinator = try await DemoHiring(cohort.open, at: DemoRomerike.noon((2013, 8, 1))).invite(
            "Koordinator", at: "romerike", .coordinator, on: .organisation(member))
        let certificate = IssueCertificate(document: .new(at: cohort.now), trainee: trainee, code: .random())
        try await cohort.perform(certificate, by: coordinator, on: (2015, 2, 20))
    }

    private func person(_ trainee: TraineeID) async throws -> Actor {
        let found = try await cohort.open.store.fetch(TraineeDetail(trainee: trainee), by: lead, at: cohort.now)
        return .person(found.trainee.person)
    }
}
