import KohortCore
import KohortStore
import Recruitment
import Tenancy

/// Norra Norrland's round: its dates laid around today, demand stated and approved, the call out, and 400 candidacies.
struct DemoRound: Sendable {
    private let open: TenantStore
    private let now: Instant

    init(_ open: TenantStore, at now: Instant) { (self.open, self.now) = (open, now) }

    func fill() async throws {
        let rounds = try await open.store.fetch(RoundList(), by: .operator, at: now)
        guard let round = rounds.first else { throw OperatorProblem("demo", ["The definition plans no round."]) }
        let lead = try await invite(DemoPeople.lead, .lead, on: .consortium)
        if round.publishedAt == nil { try await prepare(round, lead) }
        let detail = try await open.store.fetch(RoundDetail(round: .id(round.id)), by: lead, at: now)
        if detail.candidacies.values.reduce(0, +) < Demo.candidates { try await apply(to: round.id) }
    }

    /// Demand was due some days ago and was in time, since the commands arrive when it was.
    private func prepare(_ round: Round, _ lead: Actor) async throws {
        let today = round.zone.date(at: now)
        let deadlines = Deadlines(
            demandBy: today.adding(days: -10), applyBy: today.adding(days: 24), rankBy: today.adding(days: 60),
            hireBy: today.adding(days: 150))
        let planned = now.adding(days: -30)
        try await ignoring("round.published") {
            _ = try await open.store.perform(
                MoveDeadlines(round: round.id, deadlines: deadlines), by: lead, at: planned)
        }
        let consortium = try await open.store.fetch(CurrentConsortium(), by: .operator, at: now)
        let demands = try await open.store.fetch(DemandList(round: .id(round.id)), by: lead, at: now).demands
        let states = Dictionary(uniqueKeysWithValues: demands.map { ($0.demand.id, $0.demand.state) })
        for (index, place) in DemoPlace.all.enumerated() {
            guard let demand = DemoPeople.demand(index),
                let employer = consortium.organisations.first(where: { $0.slug.text == place.employer })
            else { continue }
            if states[demand] == nil { try await state(demand, place, employer.id, round.id, at: planned) }
            if states[demand] != .approved { try await approve(demand, place, by: lead) }
        }
        let channels = try await open.store.fetch(RoundDetail(round: .id(round.id)), by: lead, at: now).channels
        _ = try await open.store.perform(
            PublishCall(round: round.id, channels: channels), by: lead, at: now.adding(days: -9))
    }

    private func state(
        _ demand: DemandID, _ place: DemoPlace, _ employer: OrganisationID, _ round: RoundID, at planned: Instant
    ) async throws {
        let isFirst = place.employer == "ornskoldsvik"
        let address = isFirst ? DemoPeople.coordinator : EmailAddress("coordinator@\(place.employer).example")
        let coordinator = try await invite(address, .coordinator, on: .organisation(employer))
        let command = StateDemand(id: demand, round: round, organisation: employer, terms: place.terms)
        _ = try await open.store.perform(command, by: coordinator, at: planned)
    }

    private func approve(_ demand: DemandID, _ place: DemoPlace, by lead: Actor) async throws {
        let approval = ApproveDemand(demand: demand, positions: place.terms.asked)
        _ = try await open.store.perform(approval, by: lead, at: now.adding(days: -10))
    }

    /// Many at once, as on a real day; the lane makes them share their syncs.
    private func apply(to round: RoundID) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<Demo.candidates {
                if number >= 16 { try await group.next() }
                group.addTask { try await apply(number, to: round) }
            }
            try await group.waitForAll()
        }
    }

    private func apply(_ number: Int, to round: RoundID) async throws {
        guard let id = DemoPeople.candidacy(number) else { return }
        let upload = try await open.files.begin()
        try await upload.append(DemoCV.pdf("Curriculum vitae no. \(number + 1)"))
        let file = try await upload.finish()
        let document = NewDocument(
            id: .new(at: now), kind: .cv, name: "cv-\(number + 1).pdf", format: .pdf, file: file)
        let command = ApplyForPlaces(
            id: id, round: round, form: form(number), documents: [document], submits: true)
        let arrival = now.adding(.seconds(-(Demo.candidates - number) * 900))
        try await ignoring("candidacy.exists") {
            _ = try await open.store.perform(command, by: .anonymous, at: arrival)
        }
    }

    private func form(_ number: Int) -> CandidacyForm {
        let languages: [Language] = [.sv, .sv, .nb, .en]
        let channels = ["arbetsformedlingen", "traineeguiden", "traineeguiden", "local-media", "press"]
        var form = CandidacyForm(
            name: DemoPeople.name(number), email: DemoPeople.email(number), language: languages[number % 4])
        form.phone = "+46 70 000 00 00"
        form.birthYear = String(1990 + number % 12)
        form.place = DemoPeople.places[number % DemoPeople.places.count]
        form.educationLevel = number % 3 == 0 ? "bachelor" : "master"
        form.educationField = DemoPeople.fields[number % DemoPeople.fields.count]
        form.school = DemoPeople.schools[number % DemoPeople.schools.count]
        form.graduationYear = String(2020 + number % 7)
        form.experience = "Sommarjobb i en kommun och ett examensarbete hos en offentlig beställare."
        form.motivation = "Jag vill arbeta där det märks vad som byggs."
        form.channel = channels[number % channels.count]
        form.wishes = DemoPlace.wishes(of: number).compactMap(DemoPeople.demand)
        return form
    }

    private func invite(_ email: EmailAddress?, _ role: Role, on scope: GrantScope) async throws -> Actor {
        guard let email else { throw OperatorProblem("demo", ["A demo address is wrong."]) }
        let command = InvitePerson(
            email: email, name: DemoPeople.colleague(at: email.text), language: .sv, role: .init(role, on: scope),
            linkHash: Secret().hash)
        return .person(try await open.store.perform(command, by: .operator, at: now.adding(days: -31)))
    }

    private func ignoring(_ code: String, _ body: () async throws -> Void) async throws {
        do { try await body() } catch Rejection.conflict(code) {}
    }
}
