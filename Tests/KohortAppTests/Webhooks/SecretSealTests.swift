import KohortCore
import KohortOutbound
import Tenancy
import Testing

@testable import KohortApp

struct SecretSealTests {
    private let seal = SecretSeal(secret: Array(repeating: 7, count: 32))

    @Test func `a secret opens for its endpoint and tenant alone`() throws {
        let (webhook, tenant, secret) = (WebhookID.new(), TenantID.new(), WebhookSecret())
        let sealed = try seal.seal(secret, for: webhook, of: tenant)
        #expect(seal.open(sealed, for: webhook, of: tenant) == secret)
        #expect(seal.open(sealed, for: .new(), of: tenant) == nil)
        #expect(seal.open(sealed, for: webhook, of: .new()) == nil)
        let other = SecretSeal(secret: Array(repeating: 8, count: 32))
        #expect(other.open(sealed, for: webhook, of: tenant) == nil)
    }

    @Test func `nothing of it is read from outside, and no two seals are alike`() throws {
        let (webhook, tenant, secret) = (WebhookID.new(), TenantID.new(), WebhookSecret())
        let sealed = try seal.seal(secret, for: webhook, of: tenant)
        #expect(!sealed.text.contains(secret.text.dropFirst(6)))
        #expect(try seal.seal(secret, for: webhook, of: tenant) != sealed)
    }

    @Test(arguments: ["", "x", "AAAA", "sealed"])
    func `what was never sealed does not open`(text: String) {
        #expect(seal.open(SealedSecret(text), for: .new(), of: .new()) == nil)
    }
}
