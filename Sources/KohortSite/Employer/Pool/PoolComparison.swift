import KohortCore
import KohortWeb
import Recruitment
import Tenancy

/// Who of the pool is chosen to be looked at side by side, and where that is done.
struct PoolComparison: PageModel {
    let path: String
    let after: String
    /// Chosen, and not on this page of the pool.
    let held: [HeldCandidate]
    let names: String
    /// Back to where nobody is chosen.
    let reset: String

    init(_ room: EmployerVisit, _ address: PoolAddress, _ held: [HeldCandidate]) {
        path = room.address("/pool/comparison")
        after = address.after.map { String($0) } ?? ""
        self.held = held
        names = held.map(\.name).joined(separator: ", ")
        reset = room.address("/pool?\(address.choosing([]).query)")
    }

    static let fields: [String: PageField<Self>] = [
        "path": .text { $0.path },
        "after": .text { $0.after },
        "held": .list { $0.held },
        "names": .text { $0.names },
        "reset": .text { $0.reset },
    ]
}

/// Somebody who was chosen on another page of the pool.
struct HeldCandidate: PageModel {
    let candidacy: CandidacyID
    let name: String

    static let fields: [String: PageField<Self>] = [
        "id": .text { $0.candidacy.description }, "name": .text { $0.name },
    ]
}

extension EmployerVisit {
    private static let mostHeld = 5

    /// By name, as the pool names them; whoever is not in it any more falls out.
    func held(_ address: PoolAddress, beside pool: CandidacyPool.Answer) async throws -> [HeldCandidate] {
        let shown = Set(pool.candidates.map(\.candidacy))
        var held: [HeldCandidate] = []
        for candidacy in address.chosen.filter({ !shown.contains($0) }).prefix(Self.mostHeld) {
            do {
                let found = try await visit.fetch(CandidacyInPool(candidacy: candidacy, organisation: employer.id))
                held.append(HeldCandidate(candidacy: candidacy, name: found.candidacy.details.name))
            } catch Rejection.notFound { continue }
        }
        return held
    }

    /// Where a candidate stands beside whoever was chosen before, or where the other one is chosen.
    func comparison(_ candidacy: CandidacyID, _ address: PoolAddress) -> String {
        let chosen = address.chosen.filter { $0 != candidacy }.prefix(1) + [candidacy]
        return self.address("/pool/comparison?\(address.choosing(Array(chosen)).query)")
    }
}
