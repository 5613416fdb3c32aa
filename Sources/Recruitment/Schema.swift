import KohortStore

/// The tables of recruitment, from a round's dates to the answer to an offer.
package enum RecruitmentSchema {
    package static let module = SchemaModule(
        "recruitment", [rounds, candidacies, selection, repeats, largePools, lookups], views: reportViews)

    private static let rounds = Migration(
        "rounds",
        [
            """
            create table round (id \(.text) primary key, slug \(.text) not null unique, cohort \(.text) not null, \
            country \(.text) not null, zone \(.text) not null, demand_by \(.text), apply_by \(.text) not null, \
            rank_by \(.text), hire_by \(.text), settings \(.text) not null, planned_at \(.integer) not null, \
            moved_at \(.integer), published_at \(.integer), released_at \(.integer), closed_at \(.integer), \
            check (released_at is null or published_at is not null))
            """,
            """
            create table round_channel (round \(.text) not null references round (id), channel \(.text) not null, \
            primary key (round, channel))
            """,
            """
            create table demand (id \(.text) primary key, round \(.text) not null references round (id), \
            organisation \(.text) not null, title \(.text) not null, field \(.text) not null, \
            competence \(.text) not null, place \(.text) not null, asked \(.integer) not null, \
            positions \(.integer) not null, state \(.text) not null, is_late \(.integer) not null, \
            stated_at \(.integer) not null, decided_at \(.integer), check (positions between 1 and asked and asked <= 100), \
            check (state in ('stated', 'approved', 'declined', 'withdrawn')))
            """,
            "create index demand_round on demand (round, state, organisation)",
        ])

    private static let candidacies = Migration(
        "candidacies",
        [
            """
            create table candidacy (id \(.text) primary key, round \(.text) not null references round (id), \
            person \(.text) not null, number \(.integer), state \(.text) not null, language \(.text) not null, \
            channel \(.text), name \(.text) not null, email \(.text) not null, phone \(.text) not null, \
            birth_year \(.integer), place \(.text) not null, education_level \(.text) not null, \
            education_field \(.text) not null, school \(.text) not null, graduation_year \(.integer), \
            experience \(.text) not null, motivation \(.text) not null, keep_for_later \(.integer) not null, \
            created_at \(.integer) not null, changed_at \(.integer) not null, submitted_at \(.integer), \
            ended_at \(.integer), purge_after \(.text) not null, \
            check (state in ('draft', 'submitted', 'withdrawn', 'closed')), \
            check (state = 'draft' or submitted_at is not null or ended_at is not null))
            """,
            "create unique index candidacy_number on candidacy (round, number)",
            "create unique index candidacy_person on candidacy (round, person) where state <> 'withdrawn'",
            "create index candidacy_state on candidacy (round, state, number)",
            """
            create table candidacy_wish (candidacy \(.text) not null references candidacy (id), \
            position \(.integer) not null, demand \(.text) not null references demand (id), \
            primary key (candidacy, position), unique (candidacy, demand))
            """,
            "create index candidacy_wish_demand on candidacy_wish (demand, candidacy)",
            """
            create table candidacy_document (id \(.text) primary key, \
            candidacy \(.text) not null references candidacy (id), kind \(.text) not null, name \(.text) not null, \
            media_type \(.text) not null, hash \(.text) not null, size \(.integer) not null, \
            added_at \(.integer) not null, check (kind in ('cv', 'other')))
            """,
            "create index candidacy_document_candidacy on candidacy_document (candidacy)",
        ])

    private static let selection = Migration(
        "selection",
        [
            """
            create table assessment (candidacy \(.text) not null references candidacy (id), \
            organisation \(.text) not null, verdict \(.text) not null, reasons \(.text) not null, \
            note \(.text) not null, assessed_at \(.integer) not null, primary key (candidacy, organisation), \
            check (verdict in ('qualified', 'not_qualified')))
            """,
            """
            create table ranking (round \(.text) not null references round (id), organisation \(.text) not null, \
            changed_at \(.integer) not null, certified_at \(.integer), primary key (round, organisation))
            """,
            """
            create table ranking_entry (round \(.text) not null, organisation \(.text) not null, \
            position \(.integer) not null, candidacy \(.text) not null references candidacy (id), \
            primary key (round, organisation, position), unique (round, organisation, candidacy))
            """,
            """
            create table offer (id \(.text) primary key, round \(.text) not null references round (id), \
            demand \(.text) not null references demand (id), organisation \(.text) not null, \
            candidacy \(.text) not null references candidacy (id), position \(.integer) not null, \
            contract \(.text) not null, state \(.text) not null, respond_by \(.text) not null, \
            made_at \(.integer) not null, ended_at \(.integer), reason \(.text), \
            check (contract in ('permanent', 'temporary')), \
            check (state in ('open', 'accepted', 'declined', 'expired', 'withdrawn')), \
            check ((state = 'open') = (ended_at is null)))
            """,
            "create unique index offer_position on offer (demand, position) where state in ('open', 'accepted')",
            "create unique index offer_once on offer (organisation, candidacy) where state in ('open', 'accepted')",
            "create index offer_candidacy on offer (candidacy)",
            "create index offer_open on offer (state, respond_by)",
            """
            create table nomination (id \(.text) primary key, round \(.text) not null references round (id), \
            organisation \(.text) not null, person \(.text) not null, name \(.text) not null, \
            email \(.text) not null, field \(.text) not null, contract \(.text) not null, hired_on \(.text) not null, \
            nominated_at \(.integer) not null, withdrawn_at \(.integer), \
            check (contract in ('permanent', 'temporary')))
            """,
            "create unique index nomination_person on nomination (round, person) where withdrawn_at is null",
        ])

    /// Drafts are anybody's to start, so the rule of one for each person holds for what is registered.
    private static let repeats = Migration(
        "repeats",
        [
            "alter table candidacy add column repeats \(.text) references candidacy (id) deferrable",
            "alter table candidacy add column repeat_told_at \(.integer)",
            "drop index candidacy_person",
            """
            create unique index candidacy_of_person on candidacy (round, person) \
            where number is not null and state <> 'withdrawn'
            """,
        ])

    /// For what a page of the pool says of all of it.
    private static let largePools = Migration(
        "large-pools",
        [
            "create index assessment_organisation on assessment (organisation, candidacy)",
            "create index candidacy_education on candidacy (round, education_field, state, number)",
        ])

    /// For what is asked of one person, and of one round among those of all years.
    private static let lookups = Migration(
        "lookups",
        [
            "create index candidacy_by_person on candidacy (person)",
            "create index offer_round on offer (round, state)",
            "create index nomination_round on nomination (round)",
        ])
}
