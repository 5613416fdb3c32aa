import KohortCore
import KohortStore
import KohortTesting
import Recruitment

extension RecruitmentWorld {
    func planned(
        slug: String = "2027", deadlines: Deadlines = .sample, channels: [String] = ["traineeguiden", "press"],
        settings: RoundSettings = .sample
    ) throws -> PlanRound {
        PlanRound(
            id: round, slug: try Slug(slug), cohort: try Slug("cohort-1"), country: .sweden, zone: .stockholm,
            deadlines: deadlines, channels: try channels.map { try Slug($0) }, settings: settings)
    }

    func plan(deadlines: Deadlines = .sample) async throws {
        try await perform(try planned(deadlines: deadlines), at: .planning)
    }

    func demand(of organisation: OrganisationID, asked: Int = 1, title: String = "Engineer") async throws -> DemandID {
        let id = DemandID.new()
        let terms = DemandTerms.sample(title: title, asked: asked)
        try await perform(
            StateDemand(id: id, round: round, organisation: organisation, terms: terms), at: .stating)
        return id
    }

    /// A demand that is approved in full.
    func vacancy(of organisation: OrganisationID, asked: Int = 1, title: String = "Engineer") async throws -> DemandID {
        let id = try await demand(of: organisation, asked: asked, title: title)
        try await perform(ApproveDemand(demand: id, positions: asked), at: .stating)
        return id
    }

    func publish() async throws {
        try await perform(
            PublishCall(round: round, channels: [try Slug("traineeguiden"), try Slug("press")]), at: .publishing)
    }

    func release(at now: Instant = .afterwards) async throws { try await perform(ReleasePool(round: round), at: now) }

    /// A complete application with a CV.
    @discardableResult func apply(
        _ form: CandidacyForm, documents: [NewDocument] = [.cv()], submits: Bool = true, at now: Instant = .applying
    ) async throws -> CandidacyReceipt {
        try await perform(
            ApplyForPlaces(id: .new(), round: round, form: form, documents: documents, submits: submits), at: now,
            by: .anonymous)
    }

    func own(_ candidacy: CandidacyID, at now: Instant = .applying) async throws -> OwnCandidacy.Answer {
        try await fetch(OwnCandidacy(candidacy: candidacy), at: now)
    }
}
