import KohortCore
import KohortStore

/// The right that a verb or a screen asks for, on which object, and whether who has none is refused.
package struct AskedRight: Hashable, Sendable {
    package let permission: Permission
    package let scope: Scope
    package let isRefused: Bool

    /// As it should be: refused.
    package init(_ code: String, _ scope: Scope) {
        self.init(Permission(code), scope, isRefused: true)
    }

    fileprivate init(_ permission: Permission, _ scope: Scope, isRefused: Bool) {
        (self.permission, self.scope, self.isRefused) = (permission, scope, isRefused)
    }
}

extension TestStore {
    /// Of a store whose authority allows nothing.
    package func asked<C: Command>(by command: C) async throws -> AskedRight {
        let isRefused = try await Self.isRefused { _ = try await perform(command) }
        return AskedRight(C.permission, command.scope, isRefused: isRefused)
    }

    package func asked<Q: Query>(by query: Q) async throws -> AskedRight {
        let isRefused = try await Self.isRefused { _ = try await fetch(query) }
        return AskedRight(Q.permission, query.scope, isRefused: isRefused)
    }

    private static func isRefused(_ deed: () async throws -> Void) async throws -> Bool {
        do { try await deed() } catch Rejection.forbidden { return true }
        return false
    }
}
