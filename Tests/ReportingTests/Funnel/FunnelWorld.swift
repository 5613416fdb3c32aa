import Delivery
import KohortCore
import KohortStore
import KohortTesting
import Recruitment
import Reporting
import Synchronization

/// The round of Norra Norrland (NOR-2, NOR-3): eight employers with twelve positions, and 400 persons of whom 45 wish
/// to come to Örnsköldsvik. Played by recruitment's own commands.
struct FunnelWorld {
    static let early = Instant.at("2027-02-01T09:00:00Z")
    static let applying = Instant.at("2027-03-01T09:00:00Z")
    /// After the release.
    static let now = Instant.at("2027-03-20T09:00:00Z")

    let test: TestStore
    let round = RoundID.new()
    /// Örnsköldsvik is the first, Umeå the second.
    let employers = (0..<8).map { _ in OrganisationID.new() }.sorted()
    let demands = (0..<8).map { _ in DemandID.new() }
    let positions = [2, 2, 2, 2, 1, 1, 1, 1]
    let persons = (0..<400).map { _ in CandidacyID.new() }

    /// With nothing in delivery, and these cohorts in the book.
    static func make(cohorts: [CohortEntry] = []) async throws -> FunnelWorld {
        let people = People()
        var ports = Ports()
        ports.answer(ApplicantDirectory { email, _, _, _ in people.person(with: email) })
        ports.answer(
            IntakeDirectory { _, _ in
                IntakeTerms(contracts: [.permanent, .temporary], selection: SelectionRules())
            })
        ports.answer(MemberDirectory(names: { _ in [:] }, isMember: { _, _, _ in true }))
        ports.answer(CohortBook(printed: { _ in [] }) { _ in cohorts })
        return FunnelWorld(
            test: try await TestStore.make(
                modules: [RecruitmentSchema.module, DeliverySchema.module], ports: ports))
    }

    @discardableResult func perform<C: Command>(_ command: C, at now: Instant = now) async throws -> C.Outcome {
        try await test.perform(command, at: now)
    }

    /// Plans a round with no demand yet.
    func plan(_ slug: String = "2027", as id: RoundID? = nil) async throws {
        let deadlines = Deadlines(demandBy: nil, applyBy: .day("2027-03-14"), rankBy: nil, hireBy: nil)
        try await perform(
            PlanRound(
                id: id ?? round, slug: try Slug(slug), cohort: try Slug("cohort"), country: .sweden, zone: .stockholm,
                deadlines: deadlines, channels: [],
                settings: RoundSettings(
                    oneAcceptanceClosesRest: true, responseWorkingDays: 10, retentionDays: 730, largestWishCount: 3)),
            at: Self.early)
    }

    /// All demands are stated and approved but one of Umeå's, and the call is out in five channels.
    func publish() async throws {
        for (index, positions) in positions.enumerated() {
            try await state(demands[index], by: index, asking: positions)
            try await perform(ApproveDemand(demand: demands[index], positions: positions), at: Self.early)
        }
        let declined = DemandID.new()
        try await state(declined, by: 1, asking: 5)
        try await perform(DeclineDemand(demand: declined), at: Self.early)
        let channels = try ["agency", "guide", "paper", "press", "university"].map { try Slug($0) }
        try await perform(PublishCall(round: round, channels: channels), at: Self.early)
    }

    private func state(_ demand: DemandID, by employer: Int, asking positions: Int) async throws {
        let terms = DemandTerms(title: "Trainee", field: "roads", competence: "any", place: "North", asked: positions)
        try await perform(
            StateDemand(id: demand, round: round, organisation: employers[employer], terms: terms), at: Self.early)
    }

    /// The first 45 wish to come to Örnsköldsvik, the first 20 of them also to Umeå; the others are spread over the
    /// seven others. Every fifth does not say by which channel; the rest came by four of the five.
    func apply() async throws {
        for person in 0..<400 {
            let wishes = person < 20 ? [0, 1] : person < 45 ? [0] : [1 + (person - 45) % 7]
            let channel = person % 5 == 0 ? "" : ["agency", "guide", "paper", "university"][person % 4]
            try await apply(persons[person], as: person, to: wishes, by: channel)
        }
    }

    func apply(
        _ candidacy: CandidacyID, as person: Int, to wishes: [Int] = [0], by channel: String = "", submits: Bool = true
    ) async throws {
        var form = CandidacyForm(name: "Person \(person)", email: "person\(person)@example.org", language: .sv)
        (form.phone, form.place, form.channel) = ("070-123 45 67", "Umeå", channel)
        (form.educationLevel, form.educationField) = ("master", "roads")
        form.wishes = wishes.map { demands[$0] }
        let file = StoredFile(hash: String(repeating: "0", count: 64), size: 1)
        let cv = NewDocument(id: .new(), kind: .cv, name: "cv.pdf", format: .pdf, file: file)
        try await perform(
            ApplyForPlaces(id: candidacy, round: round, form: form, documents: [cv], submits: submits),
            at: Self.applying)
    }
}

extension LocalDate {
    static func day(_ text: String) -> LocalDate { LocalDate(text) ?? LocalDate(daysSince1970: 0) }
}

/// One person for each address.
private final class People: Sendable {
    private let known = Mutex<[EmailAddress: PersonID]>([:])

    func person(with email: EmailAddress) -> PersonID {
        known.withLock { known in
            let person = known[email] ?? .new()
            known[email] = person
            return person
        }
    }
}
