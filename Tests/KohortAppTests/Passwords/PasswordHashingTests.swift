import KohortCore
import Tenancy
import Testing

@testable import KohortApp

@Suite struct `Hashing passwords` {
    @Test func `more than may wait at once are sent away, and taken when there is room again`() async throws {
        let hashing = PasswordHashing(cost: ScryptCost(ln: 14, r: 8, p: 1), threads: 1, waiting: 1)
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<12 { group.addTask { (try? await hashing.hash("password \(number)")) != nil } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.contains(true))
        #expect(outcomes.contains(false))
        #expect(try await !hashing.hash("once more").isEmpty)
    }

    @Test func `a hash of a lower cost is made anew, and only for the right password`() async throws {
        let (low, high) = (ScryptCost(ln: 3, r: 8, p: 1), ScryptCost(ln: 4, r: 8, p: 1))
        let stored = try PasswordHash(of: "right", cost: low).text
        let hashing = PasswordHashing(cost: high)
        let right = try await hashing.check("right", against: stored)
        #expect(right.isRight)
        #expect(try PasswordHash(#require(right.renewed))?.matches("right") == true)
        #expect(right.renewed?.hasPrefix("$scrypt$ln=4,") == true)
        let wrong = try await hashing.check("wrong", against: stored)
        #expect(!wrong.isRight && wrong.renewed == nil)
        #expect(try await hashing.check("right", against: right.renewed).renewed == nil)
    }

    /// With a cost that cannot be paid, since N has to be more than 1, whoever is hashed fails.
    @Test func `somebody unknown is hashed like somebody known`() async throws {
        let stored = try PasswordHash(of: "right", cost: ScryptCost(ln: 3, r: 8, p: 1)).text
        let hashing = PasswordHashing(cost: ScryptCost(ln: 3, r: 8, p: 1))
        #expect(try await hashing.check("right", against: stored).isRight)
        #expect(try await !hashing.check("right", against: nil).isRight)
        let unpayable = PasswordHashing(cost: ScryptCost(ln: 0, r: 8, p: 1))
        await #expect(throws: (any Error).self) { try await unpayable.check("right", against: nil) }
    }
}

@Suite struct `Sealing second factors` {
    @Test func `a sealed one opens for its person and tenant alone`() throws {
        let (seal, totp) = (FactorSeal(secret: Array(repeating: 1, count: 32)), TOTP())
        let (person, tenant) = (PersonID.new(), TenantID.new())
        let sealed = try seal.seal(totp, of: person, in: tenant)
        #expect(seal.open(sealed, of: person, in: tenant)?.secret == totp.secret)
        #expect(seal.open(sealed, of: .new(), in: tenant) == nil)
        #expect(seal.open(sealed, of: person, in: .new()) == nil)
        #expect(FactorSeal(secret: Array(repeating: 2, count: 32)).open(sealed, of: person, in: tenant) == nil)
        #expect(seal.open(SealedSecret("nonsense"), of: person, in: tenant) == nil)
    }
}
