import KohortStore

/// A module that is only here to try the store with: notes, and replies to them.
enum SampleSchema {
    static let module = SchemaModule(
        "sample",
        [
            Migration(
                "notes",
                [
                    """
                    create table note (id \(.text) primary key, title \(.text) not null unique, \
                    amount \(.integer) not null, check (amount >= 0))
                    """,
                    """
                    create table reply (id \(.text) primary key, \
                    note \(.text) not null references note (id) deferrable initially deferred)
                    """,
                    """
                    create table measure (id \(.text) primary key, count \(.integer), ratio \(.real), \
                    name \(.text), content \(.blob))
                    """,
                ])
        ])
}
