"""What is wrong with a tenant's books, held against what its callers were told."""

import collections

#: A row of the table is an event of the journal: neither is there without the other.
EVENTS = {
    "candidacy where state = 'submitted'": "recruitment.candidacy.submitted",
    "demand": "recruitment.demand.stated",
    "issued_document where kind = 'invoice'": "billing.invoice.issued",
    "issued_document where kind = 'credit_note'": "billing.invoice.credited",
}


def findings(books, callers):
    """Sentences; none where all is well."""
    return [*lost(books, callers), *unlike_the_journal(books), *numbers(books), *files(books), *books.damage()]


def lost(books, callers):
    sent = """select c.email, d.hash from candidacy c join candidacy_document d on d.candidacy = c.id
        where c.state = 'submitted'"""
    titles, documents = "select title, '' from demand", "select number, coalesce(original, id) from issued_document"
    wanted = (
        ("application", sent, [(one.email, one.hash) for one in callers.applications]),
        ("demand", titles, [(title, "") for title in callers.demands]),
        ("document", documents, callers.documents))
    for what, sql, told in wanted:
        kept = collections.Counter(books.rows(sql))
        yield from (f"an acknowledged {what} is lost: {one[0]}" for one in told if kept[one] == 0)
        names = collections.Counter(name for name, _ in kept.elements())
        yield from (f"{times} times there: the {what} {name}" for name, times in names.items() if times > 1)


def unlike_the_journal(books):
    for table, event in EVENTS.items():
        rows = books.rows(f"select count(*) from {table}")[0][0]
        events = books.rows(f"select count(*) from journal where name = '{event}'")[0][0]
        if rows != events:
            yield f"{rows} of {table}, and {events} events of {event}"
    half = "select c.email from candidacy c where c.state = 'submitted' and not exists"
    for table in ("candidacy_document", "candidacy_wish"):
        bare = books.rows(f"{half} (select 1 from {table} d where d.candidacy = c.id)")
        yield from (f"a submission without its {table}: {email}" for email, in bare)


def numbers(books):
    """Each series is unbroken from 1, and what it has allotted is there, with its XML."""
    series = collections.defaultdict(list)
    for name, sequence in books.rows("select series, sequence from issued_document"):
        series[name].append(int(sequence))
    for name, found in series.items():
        if sorted(found) != list(range(1, len(found) + 1)):
            yield f"the series {name} is broken: {sorted(set(range(1, max(found) + 1)) - set(found))} lack"
    for name, last in books.rows("select series, last from number_series"):
        if int(last) != max(series[name], default=0):
            yield f"the series {name} has come to {last}, its documents to {max(series[name], default=0)}"
    bare = books.rows("select number from issued_document d where not exists (select 1 from issued_xml x where x.document = d.id)")
    yield from (f"the document {number} has no XML" for number, in bare)
    people = sorted(int(number) for number, in books.rows("select number from candidacy where number is not null"))
    if people != list(range(1, len(people) + 1)):
        yield "the candidacies' numbers are broken"


def files(books):
    whole, broken = books.contents()
    yield from (f"the file {name} is not whole" for name in broken)
    for name, uses in books.rows("select hash, uses from file"):
        rows = books.rows(f"select count(*) from candidacy_document where hash = '{name}'")[0][0] if int(uses) != 1 else uses
        if int(uses) > 0 and name not in whole:
            yield f"the file {name} is referred to and not there"
        if rows != uses:
            yield f"the file {name} is counted {uses} times and used {rows} times"
    used = {name for name, in books.rows("select hash from candidacy_document")}
    counted = {name for name, in books.rows("select hash from file where uses > 0")}
    yield from (f"the file {name} is used and not counted" for name in used - counted)
