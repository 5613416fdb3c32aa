import KohortCore
import KohortStore

/// A part of what its role allows, which a token is narrowed to: what one module owns.
package enum TokenScope: String, Hashable, Sendable, Codable, CaseIterable {
    case tenancy, recruitment, delivery, billing, reporting, journal

    /// Permissions are named by their owner.
    package func covers(_ permission: Permission) -> Bool { permission.code.hasPrefix(rawValue + ".") }
}

extension [TokenScope] {
    /// Without any, all that the role allows.
    package func cover(_ permission: Permission) -> Bool { isEmpty || contains { $0.covers(permission) } }
}
