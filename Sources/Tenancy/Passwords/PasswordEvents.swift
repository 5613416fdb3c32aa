import KohortCore
import KohortStore

/// A person has a new password.
package struct PasswordSet: Event {
    package static let name = "tenancy.password.set"
    package let person: PersonID
    package var subject: Subject { Subject("person", person) }
    package var audience: Audience { .internal }
}

/// A person's password and second factor were taken away.
package struct PasswordReset: Event {
    package static let name = "tenancy.password.reset"
    package let person: PersonID
    package var subject: Subject { Subject("person", person) }
    package var audience: Audience { .internal }
}

/// Somebody came in without their authenticator.
package struct RecoveryCodeUsed: Event {
    package static let name = "tenancy.recovery_code.used"
    package let person: PersonID
    package var subject: Subject { Subject("person", person) }
    package var audience: Audience { .internal }
}

/// Tells somebody that their password was set, changed or taken away.
package struct PasswordLetter: Letter, Hashable {
    package static let kind = "tenancy.password"
    package let person: PersonID
    package let isFirst: Bool
}
