import KohortCore
import KohortStore

/// A role that somebody holds on an object, with from and to. What it allows is the composition's table of rights.
package struct Grant: Record, Hashable {
    package static let table: StaticString = "role_grant"
    package static let columns: [StaticString] = [
        "id", "holder", "role", "scope_kind", "scope_id", "from_at", "until_at",
    ]

    package let id: GrantID
    /// The id of a person or of an API token.
    package let holder: String
    package let role: Role
    package let scope: GrantScope
    package let fromAt: Instant
    package let untilAt: Instant?

    init(id: GrantID, holder: String, role: Role, scope: GrantScope, fromAt: Instant, untilAt: Instant?) {
        (self.id, self.holder, self.role) = (id, holder, role)
        (self.scope, self.fromAt, self.untilAt) = (scope, fromAt, untilAt)
    }

    package init(_ tuple: borrowing Tuple) throws {
        id = try tuple[0]
        holder = try tuple[1]
        role = try tuple[2]
        scope = try GrantScope(kind: try tuple[3], id: try tuple[4])
        fromAt = try tuple[5]
        untilAt = try tuple[6]
    }

    package var values: [SQLValue] {
        [
            id.sqlValue, holder.sqlValue, role.sqlValue, scope.kind.sqlValue, scope.id.sqlValue, fromAt.sqlValue,
            untilAt.sqlValue,
        ]
    }

    static let migration = Migration(
        "grants",
        [
            """
            create table role_grant (id \(.text) primary key, holder \(.text) not null, role \(.text) not null, \
            scope_kind \(.text) not null, scope_id \(.text), from_at \(.integer) not null, until_at \(.integer), \
            check (scope_kind in ('consortium', 'organisation')), \
            check ((scope_kind = 'consortium') = (scope_id is null)))
            """,
            "create index role_grant_holder on role_grant (holder)",
        ])

    /// A check cannot be changed in place on both engines, hence a new table of the same name.
    static let widening = Migration(
        "grants-on-trainees",
        [
            """
            create table role_grant_wide (id \(.text) primary key, holder \(.text) not null, role \(.text) not null, \
            scope_kind \(.text) not null, scope_id \(.text), from_at \(.integer) not null, until_at \(.integer), \
            check (scope_kind in ('consortium', 'organisation', 'trainee', 'placement')), \
            check ((scope_kind = 'consortium') = (scope_id is null)))
            """,
            """
            insert into role_grant_wide (id, holder, role, scope_kind, scope_id, from_at, until_at)
            select id, holder, role, scope_kind, scope_id, from_at, until_at from role_grant
            """,
            "drop table role_grant",
            "alter table role_grant_wide rename to role_grant",
            "create index role_grant_of_holder on role_grant (holder)",
            "create index role_grant_on on role_grant (scope_kind, scope_id)",
        ])

    /// Whether it would give a mentor, a supervisor or a trainee rights on everybody's trainees: they follow those whom
    /// they are named to, and a wider grant lets a person sign in and nothing else.
    var isTooWide: Bool {
        switch role {
        case .mentor, .supervisor, .trainee: !scope.isNarrow
        case .lead, .committee, .coordinator, .applicant, .finance, .integration: false
        }
    }

    /// The grants that a holder has now or will have.
    static func open(of holder: String, in read: borrowing Read) throws -> [Grant] {
        try read.all(Grant.self, "where holder = \(holder) and (until_at is null or until_at > \(read.now))")
    }

    func isHeld(at now: Instant) -> Bool { fromAt <= now && untilAt.map { now < $0 } ?? true }

    static func all(of holder: String, in read: borrowing Read) throws -> [Grant] {
        try read.all(Grant.self, "where holder = \(holder)")
    }

    /// The grants that a holder has at a time.
    static func current(of holder: String, in read: borrowing Read) throws -> [Grant] {
        try read.all(
            Grant.self,
            "where holder = \(holder) and from_at <= \(read.now) and (until_at is null or until_at > \(read.now))")
    }
}
