import Billing
import Delivery
import KohortApp
import KohortCore
import KohortStore
import Recruitment
import Tenancy

@testable import KohortSite

extension WallSeed {
    /// A role, a token and a sign-in in each room that may be ended: nobody else is put out while somebody looks. What a
    /// form of a command may be pressed on stands under the command's name and `.only`.
    mutating func spare() async throws {
        let north = try await tenant.organisation("north")
        var only: [String: [String]] = [:]
        let there = GrantScope.organisation(north)
        let roles: [(Role, GrantScope)] = [(.committee, .consortium), (.finance, there), (.finance, there)]
        for (number, (role, scope)) in roles.enumerated() {
            let address = "\(secret)-spare-\(number)@office.example"
            _ = try await tenant.cookie(address, role, on: scope)
            let (person, grant) = try await tenant.use { open in
                try await open.store.fetch(SparePerson(email: address), by: .operator, at: tenant.site.now)
            }
            only[EndGrant.name, default: []].append(grant)
            if scope == .consortium { only[EndSignIns.name] = [person] }
            only[RevokeToken.name, default: []].append(
                try await tenant.tokenID(role, scope == .consortium ? nil : "north"))
        }
        only[RegisterPayer.name] = ["/payers/north"]
        only[WithdrawCandidacy.name] = ["pool.candidacy.11", "open.candidacy.3"].compactMap { captures[$0] }
        only[CloseCohort.name] = ["/cohorts/over-4/"]
        only[CompleteTrainee.name] = ["/cohorts/over-3/", captures["trainee.16"] ?? "-"]
        try await tenant.failLetter()
        for (command, ids) in only { captures["\(command).only"] = ids.joined(separator: " ") }
    }
}

/// A person by their address, with the one role that they have.
private struct SparePerson: KohortStore.Query {
    static let permission = Permission.readRounds
    let scope = Scope.consortium
    let email: String

    func fetch(in read: borrowing Read) throws -> (person: String, grant: String) {
        for person in try read.all(Person.self) where person.email.text.lowercased() == email.lowercased() {
            let grants = try read.all(Grant.self, "where holder = \(person.id.description)")
            if let grant = grants.first { return (person.id.description, grant.id.description) }
        }
        throw WallFault(what: email)
    }
}
