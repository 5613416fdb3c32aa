import KohortCore
import KohortStore
import Recruitment

extension SelectionWorld {
    /// An offer of an employer's place to a candidate, both by their place in the world.
    func offering(_ offer: OfferID = .new(), by employer: Int = 0, to candidate: Int) -> MakeOffer {
        MakeOffer(
            offer: offer, organisation: employers[employer], demand: demands[employer],
            candidacy: candidates[candidate])
    }

    /// Makes an offer and answers its id.
    func offer(by employer: Int = 0, to candidate: Int) async throws -> OfferID {
        let offer = OfferID.new()
        try await perform(offering(offer, by: employer, to: candidate))
        return offer
    }

    /// Where an offer stands, and why.
    func state(of offer: OfferID) async throws -> OfferOutcome? {
        let offers = try await fetch(OfferList(round: .id(round))).offers.map(\.offer)
        return offers.first { $0.id == offer }.map { OfferOutcome(state: $0.state, reason: $0.reason) }
    }

    /// The letters of one kind that wait to be sent.
    func letters<L: Letter>(of kind: L.Type) async throws -> [L] {
        try await fetch(OutboxPayloads(kind: L.kind)).map { try JSONText.decode(L.self, from: $0) }
    }
}

struct OfferOutcome: Hashable {
    let state: OfferState
    var reason: String?
}

private struct OutboxPayloads: Query {
    static let permission = Permission("test.letters")
    let scope = Scope.consortium
    let kind: String

    func fetch(in read: borrowing Read) throws -> [String] {
        try read.all(Message.self, "where kind = \(kind) order by id").map(\.payload)
    }
}
