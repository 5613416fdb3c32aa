import KohortCore
import KohortStore
import Tenancy

/// Takes somebody's password and second factor away and ends their sign-ins; a new invitation leads to new ones.
package struct ResetPasswordOf: OperatorCall {
    package let tenant: Slug
    package let email: EmailAddress

    package init(tenant: Slug, email: EmailAddress) { (self.tenant, self.email) = (tenant, email) }

    package func answer(in kohort: Kohort) async throws -> Done {
        try await kohort.use(try await kohort.require(tenant)) { open in
            do {
                return try await open.store.perform(
                    ResetPassword(email: email), by: .operator, at: kohort.clock.now)
            } catch Rejection.notFound {
                throw OperatorProblem("password.none", ["Nobody with this address has a password in \(tenant)."])
            }
        }
    }
}
