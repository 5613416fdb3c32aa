import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Recruitment

@Suite struct IntakeTermsTests {
    private func limited() throws -> SelectionRules {
        SelectionRules(
            fields: [NamedText(slug: try Slug("roads"), text: LocalizedText("Vei", in: .nb))], fieldsLimited: true)
    }

    @Test func `the recommended contract is proposed, and one that the programme lacks is refused (KS11-17)`() throws {
        let terms = IntakeTerms.sample([.temporary, .permanent])
        #expect(try terms.contract(nil) == .temporary)
        #expect(try terms.contract(.permanent) == .permanent)
        #expect(throws: Rejection.invalid("contract", "contract.not_in_programme")) {
            try IntakeTerms.sample([.temporary]).contract(.permanent)
        }
    }

    @Test func `an offer without a contract takes the recommended one (KS11-17)`() async throws {
        let world = try await SelectionWorld.make { $0.terms = .sample([.temporary]) }
        try await world.perform(world.offering(to: 0))
        #expect(try await world.fetch(OfferList(round: .id(world.round))).offers.map(\.offer.contract) == [.temporary])
        let permanent = MakeOffer(
            offer: .new(), organisation: world.employers[0], demand: world.demands[0],
            candidacy: world.candidates[1], contract: .permanent)
        await #expect(throws: Rejection.invalid("contract", "contract.not_in_programme")) {
            try await world.perform(permanent)
        }
    }

    @Test func `a nomination keeps to the programme's contracts and fields (KS11-17, GEN-5)`() async throws {
        let terms = IntakeTerms.sample([.temporary], fields: try limited())
        let world = try await SelectionWorld.make { $0.terms = terms }
        func nominate(_ contract: ContractKind?, field: String = "roads") async throws {
            let hire = NominateHire.Hire(
                name: "New Hire", email: try #require(EmailAddress("new.hire@example.org")), language: .nb,
                field: field, contract: contract, hiredOn: .day("2026-08-15"))
            try await world.perform(
                NominateHire(nomination: .new(), round: world.round, organisation: world.employers[0], hire: hire))
        }
        await #expect(throws: Rejection.invalid("contract", "contract.not_in_programme")) {
            try await nominate(.permanent)
        }
        await #expect(throws: Rejection.invalid("field", "field.limited")) {
            try await nominate(nil, field: "water")
        }
        try await nominate(nil)
        let list = try await world.fetch(NominationList(round: .id(world.round))).nominations
        #expect(list.map(\.nomination.contract) == [.temporary])
    }

    @Test func `a programme with limited fields takes no demand in another (GEN-5)`() async throws {
        let world = try await RecruitmentWorld.make(taking: .sample(fields: try limited()))
        try await world.plan()
        func state(_ field: String) async throws {
            let terms = DemandTerms(title: "Engineer", field: field, competence: "Any", place: "Vik", asked: 1)
            try await world.perform(
                StateDemand(id: .new(), round: world.round, organisation: world.umeå, terms: terms),
                at: .at("2027-02-10T10:00:00Z"))
        }
        await #expect(throws: Rejection.invalid("field", "field.limited")) { try await state("Water") }
        try await state("roads")
        try await state("Vei")
    }
}
