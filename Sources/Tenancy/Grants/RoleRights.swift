import KohortCore

/// Who may do what: a table of data that the composition fills in. What is not in it is forbidden.
package struct RoleRights: Sendable {
    /// What anybody may do, signed in or not.
    package let anyone: Set<Permission>
    /// What the holder of a candidacy's private link may do to that candidacy.
    package let applicant: Set<Permission>
    package let roles: [Role: Set<Permission>]
    package let `operator`: Set<Permission>
    package let system: Set<Permission>

    package init(
        anyone: Set<Permission>, applicant: Set<Permission>, roles: [Role: Set<Permission>],
        operator: Set<Permission>, system: Set<Permission>
    ) {
        (self.anyone, self.applicant, self.roles) = (anyone, applicant, roles)
        (self.operator, self.system) = (`operator`, system)
    }
}
