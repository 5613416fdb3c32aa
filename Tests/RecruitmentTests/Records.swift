import KohortCore
import KohortStore
import KohortTesting
import Recruitment

/// All of the journal, kept-back rows too.
struct WholeJournal: Query {
    struct Line: Hashable, Sendable {
        let name: String
        let audience: String
        let payload: String
    }

    static let permission = Permission("test.journal")
    let scope = Scope.consortium

    func fetch(in read: borrowing Read) throws -> [Line] {
        try read.all("select name, audience, payload from journal order by number") {
            Line(name: try $0[0], audience: try $0[1], payload: try $0[2])
        }
    }
}

/// The letters that wait, as kind and payload.
struct WaitingLetters: Query {
    static let permission = Permission("test.outbox")
    let scope = Scope.consortium

    func fetch(in read: borrowing Read) throws -> [String] {
        try read.all("select kind, payload from outbox order by id") { "\(try $0[0] as String) \(try $0[1] as String)" }
    }
}

/// How many rows refer to a content.
struct FileUses: Query {
    static let permission = Permission("test.files")
    let scope = Scope.consortium
    let hash: Character

    func fetch(in read: borrowing Read) throws -> Int {
        try read.count("select uses from file where hash = \(String(repeating: hash, count: 64))")
    }
}

/// An offer as a row of its own: only that there is one matters here.
struct PlaceOffer: Command {
    static let permission = Permission("test.offer")
    static let events: [any Event.Type] = []
    var scope: Scope { .consortium }
    let demand: DemandID
    let organisation: OrganisationID
    let candidacy: CandidacyID
    let round: RoundID
    let isOpen: Bool

    func perform(in write: borrowing Write) throws -> Done {
        try write.execute("delete from offer where demand = \(demand)")
        try write.execute(
            """
            insert into offer (id, round, demand, organisation, candidacy, position, contract, state, respond_by, \
            made_at, ended_at) values (\(OfferID.new()), \(round), \(demand), \(organisation), \(candidacy), 1, \
            'permanent', \(isOpen ? "open" : "declined"), '2027-04-30', \(write.now), \(isOpen ? nil : write.now))
            """)
        return Done()
    }
}

extension RecruitmentWorld {
    /// The names of the events since the journal had so many rows.
    func events(after count: Int = 0) async throws -> [String] {
        try await fetch(WholeJournal()).dropFirst(count).map(\.name)
    }

    /// Performs something and answers the events that it led to.
    func events(of body: () async throws -> Void) async throws -> [String] {
        let count = try await fetch(WholeJournal()).count
        try await body()
        return try await events(after: count)
    }
}
