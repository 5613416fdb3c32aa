import Foundation
import KohortCore

/// What is known of providers, by issuer: kept for an hour, so that a sign-in asks the provider for little more than its
/// tokens.
actor ProviderBook {
    /// How long a description and a key set are taken for true.
    private static let kept = Duration.seconds(60 * 60)
    /// A key that is not there is looked for again, but not more often than this: else anybody could make us ask.
    private static let restBetweenLooks = Duration.seconds(5 * 60)

    private struct Kept<Value> {
        let value: Value
        let at: Instant
    }

    private let calls: ProviderCalls
    private var metadata: [String: Kept<ProviderMetadata>] = [:]
    private var keys: [String: Kept<[String: PublishedKey]>] = [:]

    init(_ calls: ProviderCalls) { self.calls = calls }

    func metadata(of issuer: String, at now: Instant) async throws(ProviderProblem) -> ProviderMetadata {
        if let kept = metadata[issuer], now < kept.at.adding(Self.kept) { return kept.value }
        let body = try await calls.get(ProviderMetadata.url(of: issuer))
        let fresh = try ProviderMetadata.read(body, of: issuer)
        metadata[issuer] = Kept(value: fresh, at: now)
        return fresh
    }

    /// The key of this id; a set in which it is missing is fetched anew once in a while. A token may leave the id out
    /// where the set has one key alone (OpenID Connect Core 10.1).
    func key(_ kid: String?, of provider: ProviderMetadata, at now: Instant) async throws(ProviderProblem)
        -> PublishedKey
    {
        if let kept = keys[provider.issuer], now < kept.at.adding(Self.kept) {
            if let key = Self.key(kid, in: kept.value) { return key }
            guard now >= kept.at.adding(Self.restBetweenLooks) else { throw .key }
        }
        let fresh = try Self.read(try await calls.get(provider.jwksURI))
        keys[provider.issuer] = Kept(value: fresh, at: now)
        guard let key = Self.key(kid, in: fresh) else { throw .key }
        return key
    }

    private static func key(_ kid: String?, in set: [String: PublishedKey]) -> PublishedKey? {
        if let kid { return set[kid] }
        return set.count == 1 ? set.values.first : nil
    }

    private struct KeySet: Decodable { let keys: [PublishedKey] }

    /// Two keys under one id leave neither.
    private static func read(_ body: Data) throws(ProviderProblem) -> [String: PublishedKey] {
        guard let set = try? JSONDecoder().decode(KeySet.self, from: body) else { throw .metadata }
        return Dictionary(grouping: set.keys.filter { $0.kid != nil }, by: { $0.kid ?? "" })
            .compactMapValues { $0.count == 1 ? $0[0] : nil }
    }
}
