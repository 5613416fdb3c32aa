import KohortStore

/// The tables of billing. What has been issued lies in tables that the database itself lets grow and nothing else
/// (BB-2).
package enum BillingSchema {
    package static let module = SchemaModule("billing", [parties, charges, documents, proration], views: reportViews)

    private static let parties = Migration(
        "parties",
        [
            """
            create table seller (id \(.text) primary key, details \(.text) not null, registered_at \(.integer) not null)
            """,
            """
            create table payer (organisation \(.text) primary key, number \(.integer) not null unique, \
            details \(.text) not null, registered_at \(.integer) not null, check (number between 1 and 99999))
            """,
        ])

    private static let charges = Migration(
        "charges",
        [
            """
            create table commitment (id \(.text) primary key, payer \(.text) not null, cohort \(.text) not null, \
            name \(.text) not null, actor \(.text) not null, amount \(.integer) not null, currency \(.text) not null, \
            committed_at \(.integer) not null)
            """,
            .appendOnly("commitment"),
            "create index commitment_payer on commitment (payer, committed_at)",
            """
            create table charge (id \(.text) primary key, cohort \(.text) not null, trainee \(.text), \
            organisation \(.text) not null, payer \(.text) not null, fee \(.text) not null, part \(.integer) not null, \
            name \(.text) not null, amount \(.integer) not null, currency \(.text) not null, state \(.text) not null, \
            charged_at \(.integer) not null, commitment \(.text) references commitment (id), invoice \(.text), \
            check (state in ('charged', 'committed', 'drafted', 'invoiced', 'cancelled')), \
            check ((state in ('drafted', 'invoiced')) = (invoice is not null)), \
            check (state in ('charged', 'cancelled') or commitment is not null), check (amount > 0), check (part > 0))
            """,
            "create unique index charge_trainee on charge (trainee, fee, part) where trainee is not null",
            "create unique index charge_member on charge (cohort, organisation, fee, part) where trainee is null",
            "create index charge_payer on charge (payer, cohort, state)",
            "create index charge_invoice on charge (invoice)",
        ])

    private static let proration = Migration(
        "proration", ["alter table charge add column full_amount \(.integer)"])

    private static let documents = Migration(
        "documents",
        [
            """
            create table invoice_draft (id \(.text) primary key, payer \(.text) not null, cohort \(.text) not null, \
            drafted_at \(.integer) not null, unique (payer, cohort))
            """,
            """
            create table number_series (seller \(.text) not null, series \(.text) not null, last \(.integer) not null, \
            primary key (seller, series))
            """,
            """
            create table issued_document (id \(.text) primary key, kind \(.text) not null, seller \(.text) not null, \
            series \(.text) not null, sequence \(.integer) not null, number \(.text) not null, payer \(.text) not null, \
            cohort \(.text) not null, original \(.text) references issued_document (id), issued_on \(.text) not null, \
            due_on \(.text), currency \(.text) not null, net \(.integer) not null, vat \(.integer) not null, \
            gross \(.integer) not null, content \(.text) not null, issued_at \(.integer) not null, \
            unique (seller, series, sequence), unique (seller, number), check (kind in ('invoice', 'credit_note')), \
            check ((kind = 'credit_note') = (original is not null)), check ((kind = 'invoice') = (due_on is not null)), \
            check (sequence > 0), check (net > 0), check (gross = net + vat))
            """,
            .appendOnly("issued_document"),
            "create index issued_document_payer on issued_document (payer, issued_at)",
            "create index issued_document_original on issued_document (original)",
            """
            create table issued_xml (document \(.text) primary key references issued_document (id), \
            bytes \(.blob) not null, sha256 \(.text) not null)
            """,
            .appendOnly("issued_xml"),
            """
            create table document_mailing (document \(.text) not null references issued_document (id), \
            mailed_at \(.integer) not null, primary key (document, mailed_at))
            """,
            .appendOnly("document_mailing"),
        ])
}
