import Delivery
import KohortCore
import KohortStore
import Tenancy

/// Romerike's cohort of 2013 as its programme office had it in 2014: eight trainees at work, nothing closed. Played at
/// the times when it happened.
struct DemoRomerike: Sendable {
    let open: TenantStore
    let now: Instant

    init(_ open: TenantStore, at now: Instant) { (self.open, self.now) = (open, now) }

    func fill() async throws {
        let cohorts = try await open.store.fetch(CohortList(), by: .operator, at: now)
        guard let cohort = cohorts.first(where: { $0.slug.text == "lttr-2013" }) else {
            throw OperatorProblem("demo", ["The definition has no cohort of 2013."])
        }
        let lead = try await lead()
        let consortium = try await open.store.fetch(CurrentConsortium(), by: .operator, at: now)
        let members = Self.employers.compactMap { slug in
            consortium.organisations.first { $0.slug.text == slug }?.id
        }
        var trainees: [TraineeID] = []
        for (number, employer) in members.enumerated() {
            let mentor = members[(number + 3) % members.count]
            let host = members[(number + 1) % members.count]
            let trainee = try await enter(number, at: employer, in: cohort.id, by: lead)
            try await place(trainee, number, at: employer, then: host, by: lead)
            try await follow(trainee, number, from: mentor, by: lead)
            trainees.append(trainee)
        }
        try await gather(cohort.id, by: lead)
        try await DemoRomerikeClosing(self, by: lead, at: members).fill(trainees)
    }

    private static let employers = [
        "aurskog-holand", "fet", "enebakk", "gjerdrum", "lorenskog", "nittedal", "skedsmo", "ullensaker",
    ]
    private static let names = [
        "Anders Bakke", "Berit Solheim", "Camilla Moen", "Daniel Haugen", "Eirin Lunde", "Fredrik Strand",
        "Guro Nygård", "Henrik Dahl",
    ]

    private func enter(
        _ number: Int, at employer: OrganisationID, in cohort: CohortID, by lead: Actor
    ) async throws -> TraineeID {
        let id = TraineeID.new(at: now)
        let command = EnterTrainee(
            trainee: id, cohort: cohort, employer: employer,
            contact: try contact(Self.names[number], "trainee", number), field: "Ingeniør", contract: .temporary)
        try await perform(command, by: lead, on: (2013, 8, 19))
        return id
    }

    /// At home, with another member, and back home; one has no plan yet.
    private func place(
        _ trainee: TraineeID, _ number: Int, at home: OrganisationID, then host: OrganisationID, by lead: Actor
    ) async throws {
        if number == 7 { return }
        let months = [(2013, 9), (2014, 3), (2014, 9), (2015, 3)]
        let days = months.compactMap { LocalDate(year: $0.0, month: $0.1, day: 1) }
        let items = zip([home, host, home], zip(days, days.dropFirst())).enumerated().map { index, part in
            PlacementItem(
                id: .new(at: now), part: .numbered(index + 1), host: part.0, startsOn: part.1.0, endsBefore: part.1.1)
        }
        try await perform(PlanPlacements(trainee: trainee, items: items), by: lead, on: (2013, 8, 26))
        for (index, item) in items.prefix(number == 6 ? 1 : 2).enumerated() {
            let supervisor = try contact("Veileder \(number + 1).\(index + 1)", "veileder-\(index + 1)", number)
            let command = NameSupervisor(id: .new(at: now), placement: item.id, contact: supervisor)
            try await perform(command, by: lead, on: (2013, 8, 27))
        }
    }

    /// From the pool, another member's; all but two have accepted.
    private func follow(_ trainee: TraineeID, _ number: Int, from member: OrganisationID, by lead: Actor) async throws {
        let mentor = try contact("Mentor \(number + 1)", "mentor", number)
        try await perform(NameToPool(organisation: member, contact: mentor), by: lead, on: (2013, 9, 2))
        let mentorship = MentorshipID.new(at: now)
        let named = NameMentor(id: mentorship, trainee: trainee, contact: mentor, employedBy: member)
        try await perform(named, by: lead, on: (2013, 9, 3))
        if number >= 6 { return }
        let pool = try await open.store.fetch(MentorPool(), by: lead, at: now)
        guard let person = pool.first(where: { $0.contact.email == mentor.email })?.person else { return }
        let accepted = AcceptMentorship(trainee: trainee, mentorship: mentorship)
        try await perform(accepted, by: .person(person), on: (2013, 9, 4))
    }

    private func gather(_ cohort: CohortID, by lead: Actor) async throws {
        let gatherings: [(GatheringKind, String, String, (Int, Int, Int))] = [
            (.gathering, "Oppstart", "Lillestrøm", (2013, 9, 12)), (.gathering, "Plan og bygg", "Ski", (2013, 11, 14)),
            (.gathering, "Vann og avløp", "Årnes", (2014, 2, 13)), (.studyTrip, "Brussel", "Brussel", (2014, 10, 6)),
        ]
        for (kind, title, place, day) in gatherings {
            guard let first = LocalDate(year: day.0, month: day.1, day: day.2) else { continue }
            let terms = GatheringTerms(title: title, place: place, firstDay: first, lastDay: first.adding(days: 1))
            let command = PlanGathering(gathering: .new(at: now), cohort: cohort, kind: kind, terms: terms)
            try await perform(command, by: lead, on: (2013, 9, 2))
        }
    }

    private func contact(_ name: String, _ kind: String, _ number: Int) throws -> Contact {
        guard let email = EmailAddress("\(kind)-\(number + 1)@romerike.example") else {
            throw OperatorProblem("demo", ["A demo address is wrong."])
        }
        return Contact(name: name, email: email, language: .nb)
    }

    private func lead() async throws -> Actor {
        let contact = try contact("Prosjektleder", "prosjektleder", 0)
        let command = InvitePerson(
            email: contact.email, name: contact.name, language: .nb, role: .init(.lead, on: .consortium),
            linkHash: Secret().hash)
        return .person(try await perform(command, by: .operator, on: (2013, 8, 1)))
    }

    @discardableResult func perform<C: Command>(
        _ command: C, by actor: Actor, on day: (Int, Int, Int)
    ) async throws -> C.Outcome {
        try await open.store.perform(command, by: actor, at: Self.noon(day))
    }

    static func noon(_ day: (Int, Int, Int)) -> Instant {
        let date = LocalDate(year: day.0, month: day.1, day: day.2)
        return Instant(milliseconds: Int64(date?.daysSince1970 ?? 0) * 86_400_000 + 43_200_000)
    }
}
