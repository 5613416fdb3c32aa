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

    /// Comparing the shortest of many, taken in turn: a busy machine makes some of them longer, and never shorter. Without
    /// the work for strangers they are a thousand times apart.
    @Test func `somebody unknown takes as long as somebody known`() async throws {
        let cost = ScryptCost(ln: 12, r: 8, p: 1)
        let (hashing, stored) = (PasswordHashing(cost: cost), try PasswordHash(of: "right", cost: cost).text)
        func time(_ stored: String?) async throws -> Duration {
            try await ContinuousClock().measure { _ = try await hashing.check("wrong", against: stored) }
        }
        _ = try await time(nil)
        var (known, unknown) = (try await time(stored), try await time(nil))
        for _ in 0..<20 {
            known = min(known, try await time(stored))
            unknown = min(unknown, try await time(nil))
        }
        #expect(unknown / known > 0.25 && unknown / known < 4)
        #expect(try await !hashing.check("right", against: nil).isRight)
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
