import KohortStore

extension SignInLink {
    static let migration = Migration(
        "sign-ins",
        [
            """
            create table sign_in_link (secret_hash \(.text) primary key, person \(.text) not null, \
            issued_at \(.integer) not null, expires_at \(.integer) not null, used_at \(.integer))
            """,
            """
            create table sign_in (id \(.text) primary key, secret_hash \(.text) not null unique, \
            actor_kind \(.text) not null, actor_id \(.text) not null, started_at \(.integer) not null, \
            expires_at \(.integer) not null, ended_at \(.integer))
            """,
        ])

    /// Of every kind and for applicants too; those that were there were the operator's.
    static let kinds = Migration(
        "sign-in-links-of-kinds",
        [
            """
            create table sign_in_link_of_kind (secret_hash \(.text) primary key, kind \(.text) not null, \
            actor_kind \(.text) not null, actor_id \(.text) not null, browser_hash \(.text), \
            issued_at \(.integer) not null, expires_at \(.integer) not null, used_at \(.integer), \
            check (kind in ('asked', 'issued', 'invitation')), \
            check ((kind = 'asked') = (browser_hash is not null)))
            """,
            """
            insert into sign_in_link_of_kind
                (secret_hash, kind, actor_kind, actor_id, issued_at, expires_at, used_at)
            select secret_hash, 'issued', 'person', person, issued_at, expires_at, used_at from sign_in_link
            """,
            "drop table sign_in_link",
            "alter table sign_in_link_of_kind rename to sign_in_link",
            "create index sign_in_link_for on sign_in_link (actor_kind, actor_id)",
        ])
}
